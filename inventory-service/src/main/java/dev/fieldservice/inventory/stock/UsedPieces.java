package dev.fieldservice.inventory.stock;

import dev.fieldservice.inventory.pieces.Cause;
import dev.fieldservice.inventory.pieces.Piece;
import dev.fieldservice.inventory.pieces.PieceStep;
import dev.fieldservice.inventory.pieces.Pieces;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pieces that a usage moves: the one that went in, and the one that came out, which may be of another part. While a part needs
 * no serial numbers, its pieces that are known are still moved, so that it can need them again.
 */
final class UsedPieces {

    private UsedPieces() {}

    /**
     * What is taken back is of the pieces that the usage moved, whatever their numbers are now: of two that turned out to be one
     * number, one has another since.
     */
    static Uni<PartsConsumed> asNamedNow(Tx tx, PartsConsumed usage) {
        return usage.isReversal() && usage.hasPieces()
                ? Pieces.movedBy(tx.session(), usage.reversalOf())
                        .map(moved -> usage.of(
                                moved.getOrDefault(PieceStep.Kind.INSTALLED, usage.installedSerial()),
                                moved.getOrDefault(PieceStep.Kind.REMOVED, usage.removedSerial())))
                : Uni.createFrom().item(usage);
    }

    /** The level of the part that was used is locked. */
    static Uni<List<Piece>> move(Tx tx, PartsConsumed usage, Place place, BigDecimal onHand) {
        Cause cause = new Cause(
                usage.usageId(),
                usage.stockLocationId(),
                place.locationName(),
                usage.orderId(),
                usage.ticketId(),
                usage.occurredAt(),
                usage.reversalOf(),
                null);
        if (usage.removedSerial() == null || usage.partThatCameOut().equals(usage.partId())) {
            return moved(tx, place, Stream.concat(out(usage), in(usage)).toList(), cause, onHand);
        }
        return Place.held(tx, usage.partThatCameOut(), usage.stockLocationId())
                .chain(other -> ofTwoParts(tx, usage, place, other, cause, onHand));
    }

    /** In the order of the parts, so that two usages which exchange the same pieces wait for each other and not both. */
    private static Uni<List<Piece>> ofTwoParts(
            Tx tx, PartsConsumed usage, Place place, Place other, Cause cause, BigDecimal onHand) {
        boolean isOtherFirst = other.partId().compareTo(place.partId()) < 0;
        return isOtherFirst
                ? takenOut(tx, usage, other, cause)
                        .chain(out -> moved(tx, place, in(usage).toList(), cause, onHand)
                                .map(in -> both(out, in)))
                : moved(tx, place, in(usage).toList(), cause, onHand)
                        .chain(in -> takenOut(tx, usage, other, cause).map(out -> both(out, in)));
    }

    private static List<Piece> both(List<Piece> out, List<Piece> in) {
        return Stream.concat(out.stream(), in.stream()).toList();
    }

    private static Uni<List<Piece>> takenOut(Tx tx, PartsConsumed usage, Place other, Cause cause) {
        return moved(tx, other, out(usage).toList(), cause);
    }

    private static Uni<List<Piece>> moved(Tx tx, Place place, List<Pieces.Move> moves, Cause cause, BigDecimal onHand) {
        return moved(tx, place, moves, cause)
                .call(pieces -> place.isSerialised()
                        ? Pieces.settle(tx, pieces, onHand, cause)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<List<Piece>> moved(Tx tx, Place place, List<Pieces.Move> moves, Cause cause) {
        return place.isSerialised()
                ? Pieces.move(tx, place.partId(), moves, cause)
                : Pieces.moveKnown(tx, place.partId(), moves, cause);
    }

    private static Stream<Pieces.Move> out(PartsConsumed usage) {
        return moveOf(usage.removedSerial(), usage.isReversal() ? PieceStep.Kind.PUT_BACK : PieceStep.Kind.REMOVED);
    }

    private static Stream<Pieces.Move> in(PartsConsumed usage) {
        return moveOf(usage.installedSerial(), usage.isReversal() ? PieceStep.Kind.RETURNED : PieceStep.Kind.INSTALLED);
    }

    /** @param serial null for none */
    private static Stream<Pieces.Move> moveOf(String serial, PieceStep.Kind kind) {
        return Stream.ofNullable(serial).map(number -> new Pieces.Move(number, kind));
    }
}
