package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.documents.InvoiceDocument;
import dev.fieldservice.billing.exchangerates.ExchangeRates;
import dev.fieldservice.platform.problems.Refusal;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Says of a document in another currency what its VAT is in lei, where it has to. */
final class VatInLei {

    private VatInLei() {}

    /** As it is where it need not, or no rate is known. */
    static Uni<InvoiceDocument> said(Mutiny.Session session, InvoiceDocument document) {
        return !document.needsVatInLei()
                ? Uni.createFrom().item(document)
                : ExchangeRates.on(
                                session,
                                document.currency(),
                                document.delivered().on())
                        .map(rate -> rate.map(document::inLei).orElse(document));
    }

    /** Refused with 422, naming the rate that is missing. */
    static void require(InvoiceDocument document) {
        if (document.needsVatInLei() && document.exchange() == null) {
            throw Refusal.RuleViolated.at(
                    "/currency",
                    "exchange-rate-missing",
                    "Enter what 1 %s is in lei on %s, or on one of the six days before: the VAT has to be told in lei."
                            .formatted(document.currency(), document.delivered().on()));
        }
    }
}
