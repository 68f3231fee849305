package dev.fieldservice.inventory.pieces;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.text.ComparedText;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds pieces by their serial numbers and moves them. Whoever moves pieces of a part at a place holds the lock of its stock
 * level before.
 */
public final class Pieces {

    /** No serial number contains it. */
    private static final String SEPARATOR = "\u001f";

    private static final String UNLESS_THERE = """
            insert into piece (id, version, part_id, serial, state, changed_at)
            select cast(one.id as uuid), 0, :part, one.serial, 'OUT', :at
              from unnest(string_to_array(:ids, chr(31)), string_to_array(:serials, chr(31))) as one(id, serial)
             order by compared(one.serial)
            on conflict do nothing""";

    private static final String ONE_OF = "(compared(serial) in (select compared(one.text)"
            + " from unnest(string_to_array(?, chr(31))) as one(text)))";

    private static final String LOCK_LEVEL = """
            select level.on_hand from stock_level level
             where level.part_id = :part and level.location_id = :location for update""";

    private Pieces() {}

    /**
     * A piece and what moves it.
     *
     * @param kind by where the piece is; refused with 409 where it cannot be moved
     */
    public record Move(String serial, BiFunction<Piece, Cause, PieceStep.Kind> kind) {
        public Move(String serial, PieceStep.Kind kind) {
            this(serial, (piece, cause) -> kind);
        }
    }

    /** Moves pieces, which are made where nobody has heard of them. */
    public static Uni<List<Piece>> move(Tx tx, UUID partId, List<Move> moves, Cause cause) {
        return make(tx, partId, moves).chain(() -> moveKnown(tx, partId, moves, cause));
    }

    /** The same for pieces that come in; refused with 409 where one of them has not gone. */
    public static Uni<List<Piece>> receive(Tx tx, UUID partId, List<String> serials, Cause cause) {
        return move(tx, partId, each(serials, Piece::comingIn), cause);
    }

    /** Pieces go from one place to another; refused with 409 where one of them does not lie there. */
    public static Uni<Void> carry(Tx tx, UUID partId, List<String> serials, Cause from, Cause to) {
        if (serials.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Move> moves = each(serials, Piece::leaving);
        return make(tx, partId, moves)
                .chain(() -> locked(tx, partId, moves))
                .chain(pieces -> OneByOne.each(
                        pieces.values(),
                        piece -> tx.session()
                                .persistAll(
                                        piece.move(piece.leaving(from), from, tx.by()),
                                        piece.move(PieceStep.Kind.ARRIVED, to, tx.by()))));
    }

    /** They leave us; refused with 409 where one of them does not lie there. */
    public static Uni<List<Piece>> leave(Tx tx, UUID partId, List<String> serials, Cause cause) {
        return move(tx, partId, each(serials, Piece::leaving), cause);
    }

    /** They are not where they should be. */
    public static Uni<List<Piece>> lose(Tx tx, UUID partId, List<String> serials, Cause cause) {
        return move(tx, partId, each(serials, (piece, loss) -> PieceStep.Kind.WITHDRAWN), cause);
    }

    /** Somebody found them in stock; refused with 409 where one of them is known to be elsewhere. */
    public static Uni<List<Piece>> find(Tx tx, UUID partId, List<String> serials, Cause cause) {
        return move(tx, partId, each(serials, Piece::found), cause);
    }

    /** The serial numbers of what is known to be at a place. */
    public static Uni<List<String>> serialsAt(Mutiny.Session session, UUID partId, UUID locationId) {
        return session.createSelectionQuery(
                        "select serial from Piece where partId = :part and locationId = :location and state = IN_STOCK"
                                + " order by id",
                        String.class)
                .setParameter("part", partId)
                .setParameter("location", locationId)
                .getResultList();
    }

    /** A receipt was taken back: its pieces have not come. */
    public static Uni<List<Piece>> takeBack(Tx tx, UUID partId, UUID receipt, List<String> serials, Cause cause) {
        return move(tx, partId, each(serials, (piece, counter) -> piece.notComeWith(receipt)), cause);
    }

    /** The same for a part whose pieces need no numbers now: those that are known are moved. */
    public static Uni<List<Piece>> moveKnown(Tx tx, UUID partId, List<Move> moves, Cause cause) {
        return moves.isEmpty()
                ? Uni.createFrom().item(List.of())
                : locked(tx, partId, moves).chain(pieces -> {
                    Uni<Void> stored = Uni.createFrom().voidItem();
                    for (Move move : moves) {
                        Piece piece = pieces.get(ComparedText.key(move.serial()));
                        if (piece != null) {
                            PieceStep step = piece.move(move.kind().apply(piece, cause), cause, tx.by());
                            stored = stored.chain(() -> tx.session().persist(step));
                        }
                    }
                    return stored.replaceWith(List.copyOf(pieces.values()));
                });
    }

    private static List<Move> each(List<String> serials, BiFunction<Piece, Cause, PieceStep.Kind> kind) {
        return serials.stream().map(serial -> new Move(serial, kind)).toList();
    }

    /**
     * A piece that nobody knew was one of those whose numbers nobody had entered, as long as the ledger has as many pieces left
     * as are known. The level is locked.
     *
     * @param onHand the level after the usage
     */
    public static Uni<Void> settle(Tx tx, List<Piece> used, BigDecimal onHand, Cause cause) {
        List<Piece> unknown =
                used.stream().filter(piece -> piece.isUsedUnknown(cause)).toList();
        if (unknown.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return known(tx, unknown.getFirst().partId, cause.locationId())
                .chain(known -> onHand.compareTo(BigDecimal.valueOf(known)) < 0
                        ? Uni.createFrom().voidItem()
                        : tx.session()
                                .persistAll(unknown.stream()
                                        .map(piece -> piece.wasThere(cause, tx.by()))
                                        .toArray()));
    }

    private static Uni<Integer> make(Tx tx, UUID partId, List<Move> moves) {
        String ids = moves.stream().map(move -> Ids.next().toString()).collect(Collectors.joining(SEPARATOR));
        return moves.isEmpty()
                ? Uni.createFrom().item(0)
                : tx.session()
                        .createNativeQuery(UNLESS_THERE)
                        .setParameter("part", partId)
                        .setParameter("ids", ids)
                        .setParameter("serials", serials(moves))
                        .setParameter("at", tx.by().at())
                        .executeUpdate();
    }

    private static String serials(List<Move> moves) {
        return moves.stream().map(Move::serial).collect(Collectors.joining(SEPARATOR));
    }

    /** By their compared serial numbers, with all their steps. */
    private static Uni<Map<String, Piece>> locked(Tx tx, UUID partId, List<Move> moves) {
        return byNumber(tx, partId, serials(moves))
                .invoke(pieces -> pieces.forEach(tx::watch))
                .chain(pieces -> withSteps(tx.session(), pieces))
                .map(pieces -> pieces.stream()
                        .collect(Collectors.toMap(piece -> ComparedText.key(piece.serial), piece -> piece)));
    }

    private static Uni<List<Piece>> byNumber(Tx tx, UUID partId, String serials) {
        return tx.session()
                .createSelectionQuery(
                        "from Piece where partId = :part and cast(sql('" + ONE_OF
                                + "', :serials) as Boolean) = true order by id",
                        Piece.class)
                .setParameter("part", partId)
                .setParameter("serials", serials)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    static Uni<List<Piece>> withSteps(Mutiny.Session session, List<Piece> pieces) {
        if (pieces.isEmpty()) {
            return Uni.createFrom().item(pieces);
        }
        Map<UUID, Piece> byId = new HashMap<>();
        pieces.forEach(piece -> byId.put(piece.id(), piece));
        return session.createSelectionQuery("from PieceStep where pieceId in :pieces", PieceStep.class)
                .setParameter("pieces", byId.keySet())
                .getResultList()
                .invoke(steps ->
                        steps.forEach(step -> byId.get(step.pieceId).steps.add(step)))
                .replaceWith(pieces);
    }

    /** The serial numbers that came with a receipt. */
    public static Uni<List<String>> received(Mutiny.Session session, UUID receiptId) {
        return session.createSelectionQuery("""
                        select p.serial from PieceStep s join Piece p on p.id = s.pieceId
                         where s.sourceId = :receipt and s.kind in (RECEIVED, TAKEN_BACK) order by s.id""", String.class)
                .setParameter("receipt", receiptId)
                .getResultList();
    }

    /** The serial numbers, as they are now, of what a usage installed and took out, by how it moved them. */
    public static Uni<Map<PieceStep.Kind, String>> movedBy(Mutiny.Session session, UUID usageId) {
        return session.createSelectionQuery("""
                        select s.kind, p.serial from PieceStep s join Piece p on p.id = s.pieceId
                         where s.sourceId = :usage and s.kind in (INSTALLED, REMOVED)""", Tuple.class)
                .setParameter("usage", usageId)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.get(0, PieceStep.Kind.class), row -> row.get(1, String.class))));
    }

    /** True of a piece that is in stock because somebody entered its number there, and that nothing has moved since. */
    static Uni<Boolean> isOnlyEntered(Tx tx, Piece piece) {
        return tx.session()
                .createSelectionQuery(
                        "from PieceStep where pieceId = :piece order by happenedAt desc, id desc", PieceStep.class)
                .setParameter("piece", piece.id())
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(last -> last != null && last.kind == PieceStep.Kind.ENTERED);
    }

    /** How many pieces of a part are known to be at a place. */
    public static Uni<Long> known(Tx tx, UUID partId, UUID locationId) {
        return tx.session()
                .createSelectionQuery(
                        "select count(*) from Piece where partId = :part and locationId = :location and state = IN_STOCK",
                        Long.class)
                .setParameter("part", partId)
                .setParameter("location", locationId)
                .getSingleResult();
    }

    /** How much the ledger has there; the level's row stays locked until the commit. Null if there never was any. */
    static Uni<BigDecimal> lockLevel(Tx tx, UUID partId, UUID locationId) {
        return tx.session()
                .createNativeQuery(LOCK_LEVEL, BigDecimal.class)
                .setParameter("part", partId)
                .setParameter("location", locationId)
                .getSingleResultOrNull();
    }
}
