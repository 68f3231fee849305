package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.documents.InvoiceDocument;
import dev.fieldservice.billing.documents.IssuedDocuments;
import dev.fieldservice.billing.documents.OfficialRules;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.State;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * Issues invoices. The official rules are asked before, while nothing is locked; what was examined then is what is issued, or the
 * accountant looks again.
 */
@ApplicationScoped
class Issuing {

    private final UnitOfWork unit;
    private final Invoices invoices;
    private final OfficialRules rules;
    private final IssuedDocuments documents;
    private final Clock clock;

    Issuing(UnitOfWork unit, Invoices invoices, OfficialRules rules, IssuedDocuments documents, Clock clock) {
        this.unit = unit;
        this.invoices = invoices;
        this.rules = rules;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * What the official rules say nothing against; refused with 422 where they do. Empty where something is missing that issuing
     * refuses by itself, or nothing is to be issued.
     */
    Uni<Optional<InvoiceDocument>> examined(UUID id) {
        return unit.read(session -> invoices.find(session, id)
                        .chain(invoice -> KnownCompany.read(session).map(company -> draft(invoice, company.seller())))
                        .chain(draft -> draft.map(
                                        found -> VatInLei.said(session, found).map(Optional::of))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                .invoke(draft -> draft.ifPresent(VatInLei::require))
                .chain(draft -> draft.map(this::examined)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static Optional<InvoiceDocument> draft(Invoice invoice, Optional<Seller> sells) {
        return Optional.ofNullable(invoice)
                .filter(found -> found.state == State.DRAFT)
                .filter(found -> IssueRules.pass(sells, found.buyer, found.lines))
                .map(found -> InvoiceDocuments.of(found, sells));
    }

    private Uni<Optional<InvoiceDocument>> examined(InvoiceDocument draft) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return rules.require(draft.asIfIssued(today), "Correct what is named, then issue it: the draft follows.")
                .replaceWith(Optional.of(draft));
    }

    Uni<Invoice> issue(Tx tx, UUID id, Optional<InvoiceDocument> examined) {
        return invoices.issue(tx, id)
                .call(invoice -> VatInLei.said(tx.session(), InvoiceDocuments.of(invoice, Optional.empty()))
                        .invoke(document -> invoice.exchange = document.exchange())
                        .chain(document -> documents.freeze(tx, invoice, document, examined)));
    }
}
