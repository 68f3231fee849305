package dev.fieldservice.billing.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.exchangerates.Exchange;
import dev.fieldservice.billing.exchangerates.ExchangeRate;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that stands on an invoice or a credit note, on paper and in its XML. Amounts of a credit note are positive: its type says
 * that they are given back.
 *
 * @param language of the names of its lines, and in which it is sent; null in what was issued before it was kept
 * @param number null in a draft, as both dates
 * @param seller null in a draft as long as nobody has entered who sells
 * @param orderNumber the job that it is about
 * @param lines what is billed
 * @param notes for the buyer
 * @param exchange by which the VAT is told in lei; null where it need not be, or no rate is known
 * @param preceding the invoice that a credit note is about, or of which something was credited that is billed anew; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvoiceDocument(
        DocumentType type,
        DocumentLanguage language,
        String number,
        LocalDate issueDate,
        LocalDate dueDate,
        Seller seller,
        CustomerRef buyer,
        Delivered delivered,
        String orderNumber,
        String ticketNumber,
        List<Line> lines,
        List<TaxSum> taxes,
        Money net,
        Money tax,
        Money gross,
        List<String> notes,
        Preceding preceding,
        Exchange exchange) {

    private static final String PLACEHOLDER = "0000-000000";

    /** When the work was done, and where. @param countryCode null if it was not said */
    public record Delivered(LocalDate on, String countryCode) {}

    /**
     * @param position as it stands on the draft, from 1 on
     * @param name in the language of the document
     * @param text what the name words; null where somebody wrote it, and in what was issued before it was kept
     * @param unit code of UN/ECE Recommendation 20
     * @param unitPrice null in a draft where there is none yet, as net and taxPercent
     * @param priceBase the price is for so many of the unit
     * @param performedOn the day of the use or the work
     * @param reason why less is paid than its price; null where all is, and in what was issued before it was kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            int position,
            String name,
            LineText text,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            BigDecimal priceBase,
            Money net,
            TaxCategory category,
            BigDecimal taxPercent,
            LocalDate performedOn,
            LineReason reason) {}

    /** The tax of one category and rate (BG-23). @param reason why it is not taxed, as exemptionCode; null where it is */
    public record TaxSum(
            TaxCategory category, BigDecimal percent, Money taxable, Money tax, String reason, String exemptionCode) {}

    /** An invoice that this document is about (BG-3). */
    public record Preceding(String number, LocalDate issueDate) {}

    public String currency() {
        return gross.currency();
    }

    /** The company's first where it does not say it. */
    DocumentLanguage language(KnownCompany company) {
        return Optional.ofNullable(language).orElseGet(() -> DocumentLanguage.first(company.languages()));
    }

    boolean has(TaxCategory category) {
        return taxes.stream().anyMatch(sum -> sum.category() == category);
    }

    /** What it says apart from its number and dates, which are given last. */
    public InvoiceDocument unnumbered() {
        return numbered(null, null, null);
    }

    /** Within Romania the VAT of what is sold in another currency is told in lei (BR-RO-030; Fiscal Code, article 319). */
    public boolean needsVatInLei() {
        return RuleSet.of(this) == RuleSet.CIUS_RO && !currency().equals(ExchangeRate.LEI);
    }

    /** BT-111; where there is a rate. */
    Optional<Money> vatInLei() {
        return Optional.ofNullable(exchange).map(rate -> rate.inLei(tax));
    }

    /** The same with its VAT in lei by this rate. */
    public InvoiceDocument inLei(Exchange rate) {
        return with(number, issueDate, dueDate, rate);
    }

    /** As it would be if it were issued on this day, to be examined: neither number nor dates can be wrong. */
    public InvoiceDocument asIfIssued(LocalDate on) {
        return numbered(PLACEHOLDER, on, on);
    }

    private InvoiceDocument numbered(String given, LocalDate on, LocalDate due) {
        return with(given, on, due, exchange);
    }

    private InvoiceDocument with(String given, LocalDate on, LocalDate due, Exchange rate) {
        return new InvoiceDocument(
                type,
                language,
                given,
                on,
                due,
                seller,
                buyer,
                delivered,
                orderNumber,
                ticketNumber,
                lines,
                taxes,
                net,
                tax,
                gross,
                notes,
                preceding,
                rate);
    }
}
