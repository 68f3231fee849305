package dev.fieldservice.inventory.pieces;

import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

/**
 * The reconciliation of serial numbers with the ledger, which it leaves as it is: of stock whose numbers nobody has entered they
 * are entered, and pieces that the ledger has no stock for, or whose number was mistyped, are withdrawn.
 */
final class Naming {

    private static final String NOWHERE = "nowhere";

    private Naming() {}

    static Uni<Piece> enter(Tx tx, PieceDetails details) {
        return place(tx, details)
                .chain(place -> Pieces.lockLevel(tx, details.partId(), details.locationId())
                        .chain(level -> Pieces.known(tx, details.partId(), details.locationId())
                                .invoke(known -> requireUnnamed(level, known)))
                        .chain(() -> Pieces.move(
                                tx,
                                details.partId(),
                                List.of(new Pieces.Move(details.serial(), Piece::found)),
                                Cause.here(
                                                Ids.next(),
                                                details.locationId(),
                                                place,
                                                tx.by().at())
                                        .takenBack(details.returnReason())))
                        .map(List::getFirst));
    }

    /** The reason stands in the history. */
    static Uni<Piece> withdraw(Tx tx, UUID id, String reason) {
        return tx.session()
                .find(Piece.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound("piece").refused())
                .invoke(Piece::requireInStock)
                .chain(seen -> lockWhereItWas(tx, seen))
                .invoke(piece -> tx.note(piece.subject(), "WITHDRAWN_BECAUSE", reason));
    }

    private static Uni<Piece> lockWhereItWas(Tx tx, Piece seen) {
        UUID location = seen.locationId;
        return Pieces.lockLevel(tx, seen.partId, location)
                .call(() -> tx.session().refresh(seen, LockMode.PESSIMISTIC_WRITE))
                .invoke(() -> seen.requireInStock())
                .chain(level -> Pieces.isOnlyEntered(tx, seen)
                        .chain(isOnlyEntered -> isOnlyEntered
                                ? Uni.createFrom().voidItem()
                                : Pieces.known(tx, seen.partId, location)
                                        .invoke(known -> requireTooMany(level, known))
                                        .replaceWithVoid()))
                .chain(() -> Pieces.move(
                        tx,
                        seen.partId,
                        List.of(new Pieces.Move(seen.serial, PieceStep.Kind.WITHDRAWN)),
                        Cause.here(
                                Ids.next(),
                                location,
                                Optional.ofNullable(seen.locationName).orElse(NOWHERE),
                                tx.by().at())))
                .map(List::getFirst);
    }

    private static Uni<String> place(Tx tx, PieceDetails details) {
        return tx.session()
                .find(Part.class, details.partId())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown("/partId", "part"))
                .chain(() -> tx.session().find(StockLocation.class, details.locationId()))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown("/locationId", "stock location"))
                .map(StockLocation::name);
    }

    private static void requireUnnamed(BigDecimal level, long known) {
        BigDecimal there = Optional.ofNullable(level).orElse(BigDecimal.ZERO);
        if (there.subtract(BigDecimal.valueOf(known)).compareTo(BigDecimal.ONE) < 0) {
            throw new Refusal.Conflict(
                            "no-stock-without-serial-number",
                            "By the ledger %s are there, and the serial numbers of %d are known. Receive the piece instead."
                                    .formatted(there.toPlainString(), known))
                    .refused();
        }
    }

    private static void requireTooMany(BigDecimal level, long known) {
        if (level.compareTo(BigDecimal.valueOf(known)) >= 0) {
            throw new Refusal.Conflict(
                            "stock-is-in-the-ledger",
                            "By the ledger %s are there, and the serial numbers of %d are known: none is too many."
                                    .formatted(level.toPlainString(), known))
                    .refused();
        }
    }
}
