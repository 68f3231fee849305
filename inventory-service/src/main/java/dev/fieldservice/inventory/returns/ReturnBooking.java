package dev.fieldservice.inventory.returns;

import dev.fieldservice.inventory.pieces.Cause;
import dev.fieldservice.inventory.pieces.Pieces;
import dev.fieldservice.inventory.stock.InContainers;
import dev.fieldservice.inventory.stock.Leaving;
import dev.fieldservice.inventory.stock.Ledger;
import dev.fieldservice.inventory.stock.Posting;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** Has the ledger, and the pieces with it, follow the goods of a receipt that go back to their supplier. */
@ApplicationScoped
class ReturnBooking {

    /** What is left of a receipt once all that was sent back of it, this too, is taken off; null if it was taken back itself. */
    private static final String LEFT = """
            select m.quantity - (select sum(l.quantity) from supplier_return_line l
                                   join supplier_return r on r.id = l.supplier_return_id
                                  where l.receipt_id = m.id and (r.id = :this or r.state in ('SENT', 'CREDITED')))
              from stock_movement m
             where m.id = :receipt and not exists (select from stock_movement back where back.reversal_of = m.source_id)""";

    private final Ledger ledger;

    ReturnBooking(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Refused with 409 where it is not there, is reserved, stands in containers, or went back before. */
    Uni<Void> leaves(Tx tx, SupplierReturn goingBack, SupplierReturnLine line) {
        Posting out = Posting.returned(
                line.partId,
                line.locationId,
                line.quantity,
                line.unit,
                goingBack.id(),
                line.receiptId,
                goingBack.number + ", " + goingBack.supplierName);
        return ledger.hold(tx, line.partId)
                .chain(() -> requireLeft(tx, goingBack, line))
                .chain(() -> ledger.post(tx, out))
                .chain(onHand -> new Leaving(
                                line.partId,
                                line.partName,
                                line.locationId,
                                goingBack.supplierId,
                                line.quantity,
                                line.unit)
                        .requireFree(tx, onHand)
                        .chain(() -> InContainers.requireLeft(tx, line.partId, line.locationId, onHand)))
                .chain(() -> Pieces.leave(tx, line.partId, line.serials(), cause(tx, out, line)))
                .invoke(pieces -> pieces.forEach(piece -> piece.wentWith(goingBack.id())))
                .invoke(() -> line.left(out.id()))
                .replaceWithVoid();
    }

    private static Uni<Void> requireLeft(Tx tx, SupplierReturn goingBack, SupplierReturnLine line) {
        return tx.session()
                .createNativeQuery(LEFT, BigDecimal.class)
                .setParameter("this", goingBack.id())
                .setParameter("receipt", line.receiptId)
                .getSingleResultOrNull()
                .invoke(left -> {
                    if (left == null || left.signum() < 0) {
                        throw new Refusal.Conflict(
                                        "more-than-received",
                                        line.partName + ": its receipt was taken back, or goes back already.")
                                .refused();
                    }
                })
                .replaceWithVoid();
    }

    /** The supplier does not take it. */
    Uni<Void> comesBack(Tx tx, SupplierReturn goingBack, SupplierReturnLine line, String why) {
        Posting in = Posting.returned(
                line.partId,
                line.locationId,
                line.quantity.negate(),
                line.unit,
                goingBack.id(),
                line.movementId,
                goingBack.number + ": " + why);
        return ledger.hold(tx, line.partId)
                .chain(() -> ledger.post(tx, in))
                .chain(() -> Pieces.receive(tx, line.partId, line.serials(), cause(tx, in, line)))
                .replaceWithVoid();
    }

    private static Cause cause(Tx tx, Posting posting, SupplierReturnLine line) {
        return Cause.here(
                posting.id(), line.locationId, line.locationName, tx.by().at());
    }
}
