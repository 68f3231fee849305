package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.billing.credits.CreditNotes;
import dev.fieldservice.billing.invoices.Bill;
import dev.fieldservice.billing.invoices.DraftLines;
import dev.fieldservice.billing.invoices.Invoice;
import dev.fieldservice.billing.invoices.Invoices;
import dev.fieldservice.billing.invoices.IssuedInvoice;
import dev.fieldservice.billing.invoices.Supplements;
import dev.fieldservice.billing.invoices.TakenBack;
import dev.fieldservice.billing.pricing.BillingTerms;
import dev.fieldservice.billing.usages.BillableItem;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Bills the difference where a job that is decided is closed again, or something of it comes back: what is new is drafted, what came
 * back is left out of drafts and proposed to be credited of what is issued.
 */
@ApplicationScoped
public class Afterwards {

    private static final String CAME_BACK = "It was taken back after the job was closed.";

    private final Invoices invoices;
    private final DraftLines lines;
    private final Supplements supplements;
    private final CreditNotes credits;
    private final BillingTerms terms;

    public Afterwards(
            Invoices invoices, DraftLines lines, Supplements supplements, CreditNotes credits, BillingTerms terms) {
        this.invoices = invoices;
        this.lines = lines;
        this.supplements = supplements;
        this.credits = credits;
        this.terms = terms;
    }

    /** @param billing locked; nothing happens as long as it is not decided */
    Uni<Void> bill(Tx tx, BillingCase billing, List<BillableItem> heard) {
        Set<UUID> gone = billing.comingBack(heard);
        TakenBack back = new TakenBack(gone, billing.cameBack());
        Optional<ClosedAgain> more = billing.dueAgain();
        if (gone.isEmpty() && more.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return invoices.ofJob(tx, billing.id())
                .call(ofJob -> OneByOne.each(ofJob, invoice -> takeBack(tx, invoice, back)))
                .chain(ofJob -> KnownCompany.read(tx.session())
                        .map(company -> more.map(again -> again.bill(company.zone(), terms.visitGap()))
                                .filter(bill -> !bill.isEmpty()))
                        .chain(bill -> bill.map(what -> supplement(tx, billing, what, ofJob))
                                .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Void> supplement(Tx tx, BillingCase billing, Bill more, List<Invoice> ofJob) {
        return supplements
                .bill(tx, more, ofJob)
                .invoke(invoice -> billing.supplemented(invoice.id(), tx.by()))
                .replaceWithVoid();
    }

    private Uni<Void> takeBack(Tx tx, Invoice invoice, TakenBack back) {
        return switch (invoice.state()) {
            case DRAFT -> lines.leaveOut(tx, invoice, back, CAME_BACK);
            case ISSUED -> credits.propose(tx, IssuedInvoice.of(invoice), back, CAME_BACK);
            // It bills nothing; where it is reinstated, what came back stays out.
            case VOIDED -> Uni.createFrom().voidItem();
        };
    }

    /** What came back of a job stays out of a draft that is billed after all. */
    Uni<Void> leaveOut(Tx tx, BillingCase billing, Invoice draft) {
        Set<UUID> back = billing.cameBack();
        return lines.leaveOut(tx, draft, new TakenBack(back, back), CAME_BACK);
    }
}
