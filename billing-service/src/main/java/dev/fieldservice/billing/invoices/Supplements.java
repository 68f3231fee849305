package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.invoices.InvoiceLifecycle.Command;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.State;
import dev.fieldservice.billing.pricing.PriceBook;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Bills what came to a job after it was billed: on a draft of it that is still open, or on another. */
@ApplicationScoped
public class Supplements {

    private final PriceBook prices;

    public Supplements(PriceBook prices) {
        this.prices = prices;
    }

    /** @param more without what was decided about before; ofJob all invoices of the job, oldest first, locked */
    public Uni<Invoice> bill(Tx tx, Bill more, List<Invoice> ofJob) {
        return ofJob.stream()
                .filter(Supplements::takesMore)
                .findFirst()
                .map(open -> add(tx, open, more))
                .orElseGet(() -> draft(tx, more, ofJob));
    }

    private static boolean takesMore(Invoice invoice) {
        return invoice.state == State.DRAFT
                && invoice.work != null
                && (invoice.cause == InvoiceCause.JOB || invoice.cause == InvoiceCause.SUPPLEMENT);
    }

    private Uni<Invoice> add(Tx tx, Invoice open, Bill more) {
        Work all = open.work.followedBy(more.work());
        return prices.find(tx, Pricing.wanted(open, all), open.currency())
                .invoke(inForce -> open.change(
                        Command.CHANGE_LINE,
                        "the job was closed again",
                        inForce,
                        tx.by(),
                        () -> open.take(all, more.coverage())))
                .replaceWith(open);
    }

    private Uni<Invoice> draft(Tx tx, Bill more, List<Invoice> ofJob) {
        Optional<Invoice> first =
                ofJob.stream().filter(each -> each.cause == InvoiceCause.JOB).findFirst();
        InvoiceCause cause = first.isPresent() ? InvoiceCause.SUPPLEMENT : InvoiceCause.JOB;
        Preceding preceding = first.map(Preceding::of).orElse(null);
        return prices.find(tx, more.work().wanted(more.buyer().id()))
                .chain(inForce -> tx.add(Drafts.of(more, cause, preceding, inForce, tx.by())));
    }
}
