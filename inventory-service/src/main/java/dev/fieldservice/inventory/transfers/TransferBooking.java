package dev.fieldservice.inventory.transfers;

import dev.fieldservice.inventory.discrepancies.Discrepancies;
import dev.fieldservice.inventory.discrepancies.DiscrepancyKind;
import dev.fieldservice.inventory.discrepancies.Finding;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.locations.Transit;
import dev.fieldservice.inventory.pieces.Cause;
import dev.fieldservice.inventory.pieces.Pieces;
import dev.fieldservice.inventory.stock.InContainers;
import dev.fieldservice.inventory.stock.Leaving;
import dev.fieldservice.inventory.stock.Ledger;
import dev.fieldservice.inventory.stock.MovementKind;
import dev.fieldservice.inventory.stock.Posting;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Has the ledger, and the pieces with it, follow the goods of a transfer: off the shelf into transit, and onto the other one. */
@ApplicationScoped
class TransferBooking {

    private final Ledger ledger;
    private final Discrepancies discrepancies;

    TransferBooking(Ledger ledger, Discrepancies discrepancies) {
        this.ledger = ledger;
        this.discrepancies = discrepancies;
    }

    /** Refused with 409 where so much is not there, is reserved for others, or stands in containers, which are moved themselves. */
    Uni<Void> leaves(Tx tx, StockTransfer transfer, TransferLine line) {
        Posting.Pair pair = Posting.pair(
                line.partId, transfer.fromLocationId, Transit.ID, line.picked, line.unit, transfer.id(), null);
        return ledger.post(tx, pair)
                .chain(onHand -> new Leaving(
                                line.partId,
                                line.partName,
                                transfer.fromLocationId,
                                transfer.toLocationId,
                                line.picked,
                                line.unit)
                        .requireFree(tx, onHand)
                        .chain(() -> InContainers.requireLeft(tx, line.partId, transfer.fromLocationId, onHand)))
                .chain(() -> moves(tx, line, List.of(line.pickedSerials), pair, transfer.fromName, Transit.NAME));
    }

    /** What was picked goes back onto its shelf. */
    Uni<Void> returns(Tx tx, StockTransfer transfer, TransferLine line) {
        Posting.Pair pair = Posting.pair(
                line.partId,
                Transit.ID,
                transfer.fromLocationId,
                line.picked,
                line.unit,
                transfer.id(),
                "The transfer was cancelled");
        return ledger.post(tx, pair)
                .chain(() -> moves(tx, line, List.of(line.pickedSerials), pair, Transit.NAME, transfer.fromName));
    }

    /** @param amount at most what is under way */
    Uni<Void> arrives(Tx tx, StockTransfer transfer, TransferLine line, BigDecimal amount, List<String> serials) {
        if (amount.signum() <= 0) {
            return Uni.createFrom().voidItem();
        }
        Posting.Pair pair =
                Posting.pair(line.partId, Transit.ID, transfer.toLocationId, amount, line.unit, transfer.id(), null);
        return ledger.post(tx, pair).chain(() -> moves(tx, line, serials, pair, Transit.NAME, transfer.toName));
    }

    /** More arrived than was under way: it is there all the same, and somebody's to clear up. */
    Uni<Void> isTooMuch(Tx tx, StockTransfer transfer, TransferLine line, BigDecimal amount) {
        if (amount.signum() <= 0) {
            return Uni.createFrom().voidItem();
        }
        return ledger.post(
                        tx, alone(MovementKind.TRANSFER_SURPLUS, transfer, line, transfer.toLocationId, amount, null))
                .chain(() -> differs(tx, transfer, line, "%s %s more than were sent".formatted(amount, line.unit)));
    }

    /** What has left and did not arrive. @param why null where nobody says so */
    Uni<Void> isMissing(Tx tx, StockTransfer transfer, TransferLine line, BigDecimal amount, String why) {
        if (amount.signum() <= 0) {
            return Uni.createFrom().voidItem();
        }
        Posting loss = alone(MovementKind.TRANSFER_LOSS, transfer, line, Transit.ID, amount.negate(), why);
        Cause cause = Cause.here(loss.id(), Transit.ID, Transit.NAME, tx.by().at());
        return ledger.post(tx, loss)
                .chain(() -> Pieces.lose(tx, line.partId, line.serialsUnderWay(), cause))
                .chain(() ->
                        differs(tx, transfer, line, "%s %s were sent and did not arrive".formatted(amount, line.unit)));
    }

    private static Posting alone(
            MovementKind kind, StockTransfer transfer, TransferLine line, UUID place, BigDecimal amount, String why) {
        return Posting.alone(kind, line.partId, place, amount, line.unit, transfer.id(), why);
    }

    private Uni<Void> differs(Tx tx, StockTransfer transfer, TransferLine line, String what) {
        return tx.session()
                .find(StockLocation.class, transfer.toLocationId)
                .map(place -> new Finding(
                        DiscrepancyKind.TRANSFER_DIFFERENCE,
                        new Finding.Where(line.partId, transfer.toLocationId, null, null, place.owner()),
                        "%s, from %s to %s: %s; transfer %s"
                                .formatted(line.partName, transfer.fromName, transfer.toName, what, transfer.id())))
                .chain(finding -> discrepancies.open(tx, List.of(finding)));
    }

    private static Uni<Void> moves(
            Tx tx, TransferLine line, List<String> serials, Posting.Pair pair, String from, String to) {
        Posting out = pair.out();
        Posting in = pair.in();
        return Pieces.carry(
                tx,
                line.partId,
                serials,
                Cause.here(out.id(), out.locationId(), from, tx.by().at()),
                Cause.here(in.id(), in.locationId(), to, tx.by().at()));
    }
}
