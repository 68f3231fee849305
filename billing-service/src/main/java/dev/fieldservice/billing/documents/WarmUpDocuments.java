package dev.fieldservice.billing.documents;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.documents.InvoiceDocument.Delivered;
import dev.fieldservice.billing.documents.InvoiceDocument.Line;
import dev.fieldservice.billing.documents.InvoiceDocument.TaxSum;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Documents about nothing, one for each set of rules, with which these are read before anybody issues one. */
final class WarmUpDocuments {

    private static final LocalDate DAY = LocalDate.EPOCH;
    private static final Money NOTHING = Money.zero("RON");

    static final List<InvoiceDocument> ALL = List.of(to("RO", "RO-CJ"), to("DE", null));

    private WarmUpDocuments() {}

    private static InvoiceDocument to(String country, String region) {
        Address here = new Address("Strada 1", "Cluj-Napoca", "RO-CJ", null, RuleSet.ROMANIA);
        Address there = new Address("Strada 2", "Oraș", region, null, country);
        return new InvoiceDocument(
                        DocumentType.INVOICE,
                        null,
                        null,
                        null,
                        null,
                        new Seller("Nimeni", "RO18547290", null, null, here, null, null, null, null),
                        new CustomerRef(new UUID(0, 0), "Nimeni", null, null, null, there),
                        new Delivered(DAY, null),
                        null,
                        null,
                        List.of(new Line(
                                1,
                                "Nimic",
                                null,
                                BigDecimal.ONE,
                                "EA",
                                BigDecimal.ZERO,
                                BigDecimal.ONE,
                                NOTHING,
                                TaxCategory.Z,
                                BigDecimal.ZERO,
                                DAY,
                                null)),
                        List.of(new TaxSum(TaxCategory.Z, BigDecimal.ZERO, NOTHING, NOTHING, null, null)),
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        List.of(),
                        null,
                        null)
                .asIfIssued(DAY);
    }
}
