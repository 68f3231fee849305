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
import java.math.BigDecimal;
import java.time.Instant;
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
               and exists (select from piece_step s where s.piece_id = p.id and s.happened_at > :moment
                                                      and (s.kind <> 'WITHDRAWN' or s.location_id = :location))""";

    /** Another count did not find it there. */
    private static final String NOT_FOUND_ELSEWHERE_SINCE = """
            select p.serial from piece p
             where p.part_id = :part and p.state = 'OUT'
               and exists (select from piece_step s where s.piece_id = p.id and s.happened_at > :moment
                                                      and s.kind = 'WITHDRAWN' and s.location_id <> :location)""";

    private final Ledger ledger;

    private final FoundPieces foundPieces;

    Adjustments(Ledger ledger, FoundPieces foundPieces) {
        this.ledger = ledger;
        this.foundPieces = foundPieces;
    }

    /** Nothing comes or goes from now on. */
    Uni<Void> lock(Tx tx, StockCount count) {
        return OneByOne.each(
                inOrder(count),
                line -> (line.serialised
                                ? ledger.hold(tx, line.partId)
                                : Uni.createFrom().voidItem())
                        .chain(() -> ledger.lock(tx, line.partId, count.locationId)));
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
        if (!line.serialised || line.isLeftToALaterCount()) {
            return adjust(tx, count, line, line.difference(), Ids.next());
        }
        UUID entry = Ids.next();
        return foundPieces
                .bring(tx, count, line)
                .call(brought -> tx.session().flush()) // what looks for pieces now asks the database
                .chain(brought -> adjust(tx, count, line, line.difference().subtract(brought), entry))
                .chain(() -> pieces(tx, count, line, entry));
    }

    private Uni<Void> adjust(Tx tx, StockCount count, CountLine line, BigDecimal amount, UUID entry) {
        Posting posting = new Posting(
                entry,
                MovementKind.COUNT_ADJUSTMENT,
                line.partId,
                count.locationId,
                amount,
                line.unit,
                count.id(),
                null,
                count.reason,
                null);
        return amount.signum() == 0
                ? Uni.createFrom().voidItem()
                : ledger.post(tx, posting)
                        .chain(onHand -> amount.signum() > 0
                                ? Uni.createFrom().voidItem()
                                : InContainers.requireLeft(tx, line.partId, count.locationId, onHand));
    }

    /** What has moved since it was counted is where it moved to. */
    private static Uni<Void> pieces(Tx tx, StockCount count, CountLine line, UUID entry) {
        Cause then = cause(count, entry, line.countedAt);
        Cause now = cause(count, entry, tx.by().at());
        return Pieces.serialsAt(tx.session(), line.partId, count.locationId)
                .chain(known -> since(tx, MOVED_SINCE, count, line)
                        .chain(moved -> Pieces.lose(tx, line.partId, without(known, List.of(line.serials), moved), then)
                                .chain(() -> since(tx, NOT_FOUND_ELSEWHERE_SINCE, count, line))
                                .chain(lost -> {
                                    List<String> found = without(List.of(line.serials), known, moved);
                                    List<String> foundThen = without(found, lost, List.of());
                                    return Pieces.find(tx, line.partId, foundThen, then)
                                            .chain(() -> Pieces.find(
                                                    tx, line.partId, without(found, foundThen, List.of()), now));
                                })))
                .replaceWithVoid();
    }

    private static Cause cause(StockCount count, UUID entry, Instant at) {
        return Cause.here(entry, count.locationId, count.locationName, at).takenBack(count.reason);
    }

    private static Uni<List<String>> since(Tx tx, String query, StockCount count, CountLine line) {
        return tx.session()
                .createNativeQuery(query, String.class)
                .setParameter("part", line.partId)
                .setParameter("location", count.locationId)
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
