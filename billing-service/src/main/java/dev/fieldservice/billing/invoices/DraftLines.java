package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.invoices.InvoiceLifecycle.Command;
import dev.fieldservice.billing.pricing.PriceBook;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What is done with single lines of a draft, each with a reason. */
@ApplicationScoped
public class DraftLines {

    private static final String NEXT_SHARE = """
            select max(other.share) from InvoiceLine l join InvoiceLine other
                on other.id = l.id or other.sourceId = l.sourceId and other.performedOn = l.performedOn
                or other.againOf = l.againOf
             where l.id = :line""";

    private final Invoices invoices;
    private final PriceBook prices;

    public DraftLines(Invoices invoices, PriceBook prices) {
        this.invoices = invoices;
        this.prices = prices;
    }

    Uni<Invoice> correct(Tx tx, UUID id, UUID lineId, LineCorrection correction) {
        return change(
                tx,
                id,
                lineId,
                correction.reason(),
                (invoice, line) -> line.correct(correction, invoice.currency(), tx.by()));
    }

    /** It is not billed. */
    Uni<Invoice> takeOut(Tx tx, UUID id, UUID lineId, String reason) {
        return change(tx, id, lineId, reason, (invoice, line) -> line.takeOut(reason, tx.by()));
    }

    /** It is billed after all. */
    Uni<Invoice> putBack(Tx tx, UUID id, UUID lineId, String reason) {
        return change(tx, id, lineId, reason, (invoice, line) -> line.putBack(reason, tx.by()));
    }

    /** What is billed of what came back, on a draft that is locked, is not billed any more. */
    public Uni<Void> leaveOut(Tx tx, Invoice draft, TakenBack back, String reason) {
        List<InvoiceLine> gone = draft.lines.stream()
                .filter(InvoiceLine::isBilled)
                .filter(line -> back.takes(line, draft.work))
                .toList();
        return OneByOne.each(gone, line -> takeOut(tx, draft.id(), line.id, reason));
    }

    /** A line that follows from nothing but a person's word. */
    Uni<Invoice> add(Tx tx, UUID id, AddedLine added) {
        return invoices.load(tx, id).call(invoice -> {
            Charge charge = added.charge(invoice.performedOn);
            return prices.find(tx, invoice.wanted().including(charge.performedOn()), invoice.currency())
                    .invoke(inForce -> invoice.change(
                            Command.CHANGE_LINE,
                            "added: " + added.reason(),
                            inForce,
                            tx.by(),
                            () -> add(invoice, charge, added.said(), tx.by())));
        });
    }

    private static void add(Invoice invoice, Charge charge, LineCorrection said, By by) {
        InvoiceLine line = new InvoiceLine(invoice, charge);
        line.position = invoice.lines.size() + 1;
        line.correct(said, invoice.currency(), by);
        invoice.lines.add(line);
    }

    /** A part of it becomes a line of its own. */
    Uni<Invoice> split(Tx tx, UUID id, UUID lineId, LineSplit split) {
        return nextShare(tx, lineId)
                .chain(share -> change(tx, id, lineId, split.reason(), (invoice, line) -> {
                    split.requireFitting(line);
                    line.changed(LineChange.Kind.SPLIT, split.reason(), tx.by());
                    line.givenPrice = line.asBilled ? line.unitPrice : line.givenPrice;
                    line.asBilled = false;
                    InvoiceLine part = new InvoiceLine(invoice, invoice.lines.size() + 1, line);
                    part.quantity = split.quantity().setScale(line.quantity.scale(), RoundingMode.UNNECESSARY);
                    part.share = share;
                    line.quantity = line.quantity.subtract(split.quantity());
                    invoice.lines.add(part);
                }));
    }

    private static Uni<Integer> nextShare(Tx tx, UUID lineId) {
        return tx.session()
                .createSelectionQuery(NEXT_SHARE, Integer.class)
                .setParameter("line", lineId)
                .getSingleResultOrNull()
                .map(last -> last == null ? 1 : last + 1);
    }

    private Uni<Invoice> change(Tx tx, UUID id, UUID lineId, String reason, BiConsumer<Invoice, InvoiceLine> how) {
        return invoices.change(tx, id, (invoice, prices) -> {
            InvoiceLine line = find(invoice, lineId);
            String which = "line %d: %s".formatted(line.position, reason);
            invoice.change(Command.CHANGE_LINE, which, prices, tx.by(), () -> how.accept(invoice, line));
        });
    }

    /** Refused with 404 if the invoice has no such line. */
    static InvoiceLine find(Invoice invoice, UUID lineId) {
        return invoice.lines.stream()
                .filter(each -> each.id.equals(lineId))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("invoice line").refused());
    }
}
