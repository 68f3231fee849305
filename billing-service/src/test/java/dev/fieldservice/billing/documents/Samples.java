package dev.fieldservice.billing.documents;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.documents.InvoiceDocument.Delivered;
import dev.fieldservice.billing.documents.InvoiceDocument.Line;
import dev.fieldservice.billing.documents.InvoiceDocument.Preceding;
import dev.fieldservice.billing.documents.InvoiceDocument.TaxSum;
import dev.fieldservice.billing.exchangerates.Exchange;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Invoices of a refrigeration company in Bucharest, put together line by line. */
final class Samples {

    static final LocalDate ISSUED = LocalDate.of(2026, 3, 3);
    static final Address BUCHAREST = new Address("Bulevardul Timișoara 26", "București", "RO-B", "061344", "RO");
    static final Address CLUJ = new Address("Strada Fabricii 7", "Cluj-Napoca", "ro-cj", "400620", "RO");
    static final Address VIENNA = new Address("Gürtel 5", "Wien", null, "1180", "AT");
    static final Seller FRIGOTEHNICA = new Seller(
            "Frigotehnica Service SRL",
            "RO18547290",
            "J40/4321/2006",
            "Capital social 200 RON",
            new Address("Strada Industriilor 12", "București", "RO-B", "032501", "RO"),
            "facturi@frigotehnica.example",
            "+40 21 555 0100",
            "RO49 AAAA 1B31 0075 9384 0000",
            "Banca Exemplu");

    private final List<Line> lines = new ArrayList<>();
    private DocumentType type = DocumentType.INVOICE;
    private Seller seller = FRIGOTEHNICA;
    private CustomerRef buyer = buyer("RO12345674", BUCHAREST);
    private String siteCountry = "RO";
    private String currency = "RON";
    private List<String> notes = List.of();
    private Exchange exchange;
    private LineReason reason;

    static Samples invoice() {
        return new Samples();
    }

    static CustomerRef buyer(String taxId, Address address) {
        return new CustomerRef(
                UUID.fromString("019bb138-1000-7b6c-8586-3875e34487ca"),
                "Supermarket Cotroceni SRL",
                "contabilitate@cotroceni.example",
                "+40 21 555 0100",
                taxId,
                address);
    }

    Samples creditNote() {
        type = DocumentType.CREDIT_NOTE;
        return this;
    }

    Samples by(Seller who) {
        seller = who;
        return this;
    }

    Samples to(String taxId, Address address) {
        buyer = buyer(taxId, address);
        return this;
    }

    Samples in(String country) {
        siteCountry = country;
        return this;
    }

    Samples inCurrency(String code) {
        currency = code;
        return this;
    }

    /** The VAT is told in lei. */
    Samples at(String lei) {
        exchange = new Exchange(currency, new BigDecimal(lei), LocalDate.of(2026, 2, 27));
        return this;
    }

    Samples notes(String... what) {
        notes = List.of(what);
        return this;
    }

    Samples part(String name, String quantity, String unit, String price, TaxCategory category, String percent) {
        return line(name, null, quantity, unit, price, "1", category, percent);
    }

    /** Something that costs nothing, and why. */
    Samples free(String name, LineReason why) {
        reason = why;
        return line(name, null, "1", "EA", "0", "1", TaxCategory.S, "21.00");
    }

    Samples minutes(String name, String minutes, String hourly, TaxCategory category, String percent) {
        return line(name, null, minutes, "MIN", hourly, "60", category, percent);
    }

    Samples worked(LineText text, String minutes, String hourly) {
        return line(text.in(DocumentLanguage.RO), text, minutes, "MIN", hourly, "60", TaxCategory.S, "21.00");
    }

    Samples drove(LineText text, String kilometres, String price) {
        return line(text.in(DocumentLanguage.RO), text, kilometres, "KMT", price, "1", TaxCategory.S, "21.00");
    }

    private Samples line(
            String name,
            LineText text,
            String quantity,
            String unit,
            String price,
            String base,
            TaxCategory category,
            String percent) {
        BigDecimal net = new BigDecimal(quantity)
                .multiply(new BigDecimal(price))
                .divide(new BigDecimal(base), 2, RoundingMode.HALF_UP);
        lines.add(new Line(
                lines.size() + 1,
                name,
                text,
                new BigDecimal(quantity),
                unit,
                new BigDecimal(price),
                new BigDecimal(base),
                new Money(net, currency),
                category,
                new BigDecimal(percent),
                LocalDate.of(2026, 3, 2),
                reason));
        reason = null;
        return this;
    }

    InvoiceDocument issued() {
        Map<List<Object>, Money> taxable = lines.stream()
                .collect(Collectors.toMap(
                        line -> List.<Object>of(line.category(), line.taxPercent()), Line::net, Money::plus));
        List<TaxSum> taxes = taxable.entrySet().stream()
                .map(group -> sum(
                        (TaxCategory) group.getKey().get(0),
                        (BigDecimal) group.getKey().get(1),
                        group.getValue()))
                .toList();
        Money net = taxes.stream().map(TaxSum::taxable).reduce(Money.zero(currency), Money::plus);
        Money tax = taxes.stream().map(TaxSum::tax).reduce(Money.zero(currency), Money::plus);
        return new InvoiceDocument(
                type,
                DocumentLanguage.RO,
                "FS-2026-000042",
                ISSUED,
                ISSUED.plusDays(30),
                seller,
                buyer,
                new Delivered(LocalDate.of(2026, 3, 2), siteCountry),
                "SO-2026-000042",
                "T-2026-000042",
                lines,
                taxes,
                net,
                tax,
                net.plus(tax),
                notes,
                type == DocumentType.CREDIT_NOTE ? new Preceding("FS-2026-000041", ISSUED.minusDays(3)) : null,
                exchange);
    }

    private static TaxSum sum(TaxCategory category, BigDecimal percent, Money taxable) {
        String reason = category == TaxCategory.E ? "Scutit, art. 292" : category.exemptionReason();
        return new TaxSum(
                category, percent, taxable, taxable.times(percent.movePointLeft(2)), reason, category.exemptionCode());
    }
}
