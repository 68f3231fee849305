package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.invoices.InvoiceLifecycle.Command;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.State;
import dev.fieldservice.billing.pricing.PriceBook;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Bills what came to a job after it was billed: on a draft of it that is still open, or on another. */
@ApplicationScoped
public class Supplements {

    private final PriceBook prices;

    public Supplements(PriceBook prices) {
        this.prices = prices;
    }

    /** @param ofJob all invoices of the job, oldest first, locked */
    public Uni<Invoice> bill(Tx tx, Bill more, List<Invoice> ofJob) {
        return ofJob.stream()
                .filter(Supplements::takesMore)
                .findFirst()
                .map(open -> add(tx, open, more))
                .orElseGet(() -> draft(tx, more, ofJob));
    }

    private static boolean takesMore(Invoice invoice) {
        return invoice.state == State.DRAFT
                && (invoice.cause == InvoiceCause.JOB || invoice.cause == InvoiceCause.SUPPLEMENT);
    }

    private Uni<Invoice> add(Tx tx, Invoice open, Bill more) {
        PriceBook.Wanted wanted = PriceBook.Wanted.of(
                open.buyer.id(),
                Stream.concat(
                                open.lines.stream().map(line -> line.partId),
                                more.items().stream().map(Bill.Item::partId))
                        .filter(Objects::nonNull),
                Stream.concat(
                        open.lines.stream().map(line -> line.performedOn),
                        more.items().stream().map(Bill.Item::performedOn)));
        String what = "%d more: the job was closed again".formatted(more.items().size());
        return prices.find(tx, wanted, open.currency())
                .invoke(inForce -> open.change(
                        Command.CHANGE_LINE,
                        what,
                        inForce,
                        tx.by(),
                        () -> more.items().forEach(item -> Drafts.add(open, item))))
                .replaceWith(open);
    }

    private Uni<Invoice> draft(Tx tx, Bill more, List<Invoice> ofJob) {
        Optional<Invoice> first =
                ofJob.stream().filter(each -> each.cause == InvoiceCause.JOB).findFirst();
        InvoiceCause cause = first.isPresent() ? InvoiceCause.SUPPLEMENT : InvoiceCause.JOB;
        Preceding preceding = first.map(Preceding::of).orElse(null);
        return prices.find(tx, more.wanted())
                .chain(inForce -> tx.add(Drafts.of(more, cause, preceding, inForce, tx.by())));
    }
}
