package dev.fieldservice.inventory.counts;

import dev.fieldservice.inventory.pieces.Cause;
import dev.fieldservice.inventory.pieces.Pieces;
import dev.fieldservice.inventory.stock.InContainers;
import dev.fieldservice.inventory.stock.Ledger;
import dev.fieldservice.inventory.stock.MovementKind;
import dev.fieldservice.inventory.stock.Posting;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.text.ComparedText;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has the ledger, and the pieces with it, follow what was counted. */
@ApplicationScoped
class Adjustments {

    private static final String MOVED_SINCE = """
            select p.serial from piece p
             where p.part_id = :part
               and exists (select from piece_step s where s.piece_id = p.id and s.happened_at > :moment)""";

    private final Ledger ledger;

    Adjustments(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Nothing comes or goes from now on. */
    Uni<Void> lock(Tx tx, StockCount count) {
        return OneByOne.each(inOrder(count), line -> ledger.lock(tx, line.partId, count.locationId));
    }

    Uni<Void> book(Tx tx, StockCount count) {
        return OneByOne.each(inOrder(count), line -> book(tx, count, line));
    }

    /** Of the parts, as all do that book several. */
    private static List<CountLine> inOrder(StockCount count) {
        return count.lines.stream()
                .sorted(Comparator.comparing(line -> line.partId))
                .toList();
    }

    private Uni<Void> book(Tx tx, StockCount count, CountLine line) {
        UUID entry = Ids.next();
        Posting posting = new Posting(
                entry,
                MovementKind.COUNT_ADJUSTMENT,
                line.partId,
                count.locationId,
                line.difference(),
                line.unit,
                count.id(),
                null,
                count.reason);
        Uni<?> booked = line.difference().signum() == 0
                ? Uni.createFrom().voidItem()
                : ledger.post(tx, posting)
                        .chain(onHand -> line.difference().signum() > 0
                                ? Uni.createFrom().voidItem()
                                : InContainers.requireLeft(tx, line.partId, count.locationId, onHand));
        return booked.chain(() -> line.serialised && !line.isLeftToALaterCount()
                ? pieces(tx, count, line, entry)
                : Uni.createFrom().voidItem());
    }

    /** What has moved since it was counted is where it moved to. */
    private static Uni<Void> pieces(Tx tx, StockCount count, CountLine line, UUID entry) {
        Cause cause = Cause.here(entry, count.locationId, count.locationName, line.countedAt)
                .takenBack(count.reason);
        return Pieces.serialsAt(tx.session(), line.partId, count.locationId)
                .chain(known -> movedSince(tx, line)
                        .chain(moved -> Pieces.lose(
                                        tx, line.partId, without(known, List.of(line.serials), moved), cause)
                                .chain(() -> Pieces.find(
                                        tx, line.partId, without(List.of(line.serials), known, moved), cause))))
                .replaceWithVoid();
    }

    private static Uni<List<String>> movedSince(Tx tx, CountLine line) {
        return tx.session()
                .createNativeQuery(MOVED_SINCE, String.class)
                .setParameter("part", line.partId)
                .setParameter("moment", line.countedAt)
                .getResultList();
    }

    private static List<String> without(List<String> all, Collection<String> some, Collection<String> others) {
        Set<String> keys = new HashSet<>(Stream.concat(some.stream(), others.stream())
                .map(ComparedText::key)
                .collect(Collectors.toSet()));
        return all.stream()
                .filter(serial -> !keys.contains(ComparedText.key(serial)))
                .toList();
    }
}
