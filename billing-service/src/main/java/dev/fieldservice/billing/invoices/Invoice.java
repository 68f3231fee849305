package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.events.BillingEvent;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.Command;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.State;
import dev.fieldservice.billing.pricing.BillingTerms;
import dev.fieldservice.billing.pricing.Prices;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a customer owes for one job. */
@Entity
public class Invoice extends Aggregate {

    @Enumerated(EnumType.STRING)
    State state;

    String number;
    UUID orderId;
    String orderNumber;
    UUID ticketId;
    String ticketNumber;

    /** As the customer was known when the job was closed. */
    @JdbcTypeCode(SqlTypes.JSON)
    CustomerRef buyer;

    LocalDate performedOn;
    String notes;

    @JdbcTypeCode(SqlTypes.JSON)
    Totals totals;

    int unpriced;
    Instant draftedAt;
    Instant issuedAt;
    LocalDate issueDate;
    LocalDate dueDate;

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    List<InvoiceLine> lines = new ArrayList<>();

    protected Invoice() {}

    static Invoice draft(Bill bill, Prices prices, BillingTerms terms, By by) {
        Invoice invoice = new Invoice();
        invoice.id = Ids.next();
        invoice.state = State.DRAFT;
        invoice.orderId = bill.orderId();
        invoice.orderNumber = bill.orderNumber();
        invoice.ticketId = bill.ticketId();
        invoice.ticketNumber = bill.ticketNumber();
        invoice.buyer = bill.buyer();
        invoice.performedOn = bill.performedOn();
        invoice.notes = bill.notes();
        invoice.draftedAt = by.at();
        for (Bill.Item item : bill.items()) {
            invoice.lines.add(new InvoiceLine(invoice, invoice.lines.size() + 1, item, terms.taxCategory()));
        }
        invoice.price(prices, terms);
        invoice.note("INVOICE_DRAFTED", by, by.at(), invoice.summary());
        return invoice;
    }

    /** Prices were entered meanwhile: those in force on the day of the work count, for all lines. */
    void reprice(Prices prices, BillingTerms terms, By by) {
        state = move(InvoiceLifecycle.TABLE, state, Command.REPRICE, by, by.at(), null);
        price(prices, terms);
    }

    void issue(InvoiceNumber given, BillingTerms terms, By by) {
        state = move(InvoiceLifecycle.TABLE, state, Command.ISSUE, by, by.at(), given.text());
        requireEveryLineToBePriced();
        number = given.text();
        issuedAt = given.at();
        issueDate = given.issueDate();
        dueDate = issueDate.plusDays(terms.paymentDays());
        raise(new BillingEvent.InvoiceIssued(
                id, number, List.of(orderId), List.of(ticketId), totals.gross(), issuedAt));
    }

    List<UUID> parts() {
        return lines.stream()
                .map(line -> line.partId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private void price(Prices prices, BillingTerms terms) {
        lines.forEach(line -> line.price(prices));
        unpriced = (int) lines.stream().filter(line -> !line.isPriced()).count();
        totals = Totals.of(lines, terms.currency());
    }

    private void requireEveryLineToBePriced() {
        List<FieldError> missing = lines.stream()
                .flatMap(line ->
                        line
                                .lacks()
                                .map(what -> new FieldError("/lines/" + (line.position - 1), "unpriced", what))
                                .stream())
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal.RuleViolated(
                            "unpriced-lines",
                            "Set what is missing or wrong as of " + performedOn + ", then reprice the invoice.",
                            missing)
                    .refused();
        }
    }

    /** No amounts: the timeline is read by people who may not see invoices. */
    private String summary() {
        return unpriced == 0 ? null : unpriced + " lines without a price";
    }

    @Override
    public String kind() {
        return "invoice";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
