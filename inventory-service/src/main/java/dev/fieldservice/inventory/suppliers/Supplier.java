package dev.fieldservice.inventory.suppliers;

import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.inventory.papers.OrderPaper;
import dev.fieldservice.inventory.papers.PaperLanguage;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** Somebody who sells what is used up. */
@Entity
public class Supplier extends Aggregate {

    String name;
    String taxId;
    String email;
    String phone;
    String currency;
    int paymentDays;
    String language;

    protected Supplier() {}

    static Supplier register(SupplierDetails details, By by) {
        Supplier supplier = new Supplier();
        supplier.id = Ids.next();
        supplier.set(details);
        supplier.note("REGISTERED", by, by.at(), details.name());
        return supplier;
    }

    /** Orders that are there keep the name they were made with; the currency is fixed: what they offer is in it. */
    void change(SupplierDetails details, By by) {
        if (!currency.equals(details.currency())) {
            throw Refusal.RuleViolated.at(
                    "/currency",
                    "currency-is-fixed",
                    "Prices are in " + currency + ". Register another supplier instead.");
        }
        set(details);
        note("CHANGED", by, by.at(), details.name());
    }

    private void set(SupplierDetails details) {
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(details.currency()))) {
            throw Refusal.Invalid.field("/currency", "unknown-currency", "It is not a code of ISO 4217.")
                    .refused();
        }
        name = details.name();
        taxId = details.taxId();
        email = details.email();
        phone = details.phone();
        currency = details.currency();
        paymentDays = details.paymentDays();
        language = details.language();
    }

    public String name() {
        return name;
    }

    /** ISO 4217 code of the only currency in which there are new orders. */
    public String currency() {
        return currency;
    }

    /** Where orders are sent; empty where nobody has said so. */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** In which it reads orders: the company's first where nobody has said so. */
    public PaperLanguage language(KnownCompany company) {
        return Optional.ofNullable(language)
                .flatMap(PaperLanguage::of)
                .orElseGet(() -> PaperLanguage.first(company.languages()));
    }

    /** As it stands on what is written to it. */
    public OrderPaper.Party party() {
        return new OrderPaper.Party(name, null, taxId, null, email, phone);
    }

    /** When an invoice of this day is to be paid, unless it says otherwise. */
    public LocalDate dueOn(LocalDate issuedOn) {
        return issuedOn.plusDays(paymentDays);
    }

    @Override
    public String kind() {
        return "supplier";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
