package dev.fieldservice.inventory.counts;

import dev.fieldservice.inventory.discrepancies.Discrepancies;
import dev.fieldservice.inventory.discrepancies.DiscrepancyKind;
import dev.fieldservice.inventory.discrepancies.Finding;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.pieces.Cause;
import dev.fieldservice.inventory.pieces.Pieces;
import dev.fieldservice.inventory.stock.Ledger;
import dev.fieldservice.inventory.stock.MovementKind;
import dev.fieldservice.inventory.stock.Posting;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.text.ComparedText;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Pieces that were found at a place while they lay at another one by the books: they come over, and somebody there is told. */
@ApplicationScoped
class FoundPieces {

    /** What is in transit comes with its transfer, and what has moved since is where it moved to. */
    private static final String ELSEWHERE = """
            select p.location_id, p.serial from piece p join stock_location l on l.id = p.location_id
             where p.part_id = :part and p.state = 'IN_STOCK' and p.location_id <> :location
               and not exists (select from piece_step s where s.piece_id = p.id and s.happened_at > :moment)
               and compared(p.serial) in (:serials)
             order by p.location_id, p.id""";

    /** Counted here, and found at another place by a later count that was approved before. */
    private static final String GONE_SINCE = """
            select cast(count(*) as numeric) from piece_step s
              join piece p on p.id = s.piece_id join stock_movement m on m.source_id = s.source_id
             where p.part_id = :part and s.kind = 'SENT' and s.location_id = :location and s.happened_at > :moment
               and m.kind = 'COUNT_ADJUSTMENT' and compared(p.serial) in (:serials)""";

    private final Ledger ledger;
    private final Discrepancies discrepancies;

    FoundPieces(Ledger ledger, Discrepancies discrepancies) {
        this.ledger = ledger;
        this.discrepancies = discrepancies;
    }

    /** How many counts have brought here, or taken away since, beside what differs. */
    Uni<BigDecimal> bring(Tx tx, StockCount count, CountLine line) {
        return elsewhere(tx, count, line)
                .chain(places -> OneByOne.each(
                                places.entrySet(), place -> bring(tx, count, line, place.getKey(), place.getValue()))
                        .chain(() -> goneSince(tx, count, line))
                        .map(gone -> places.values().stream()
                                .map(serials -> BigDecimal.valueOf(serials.size()))
                                .reduce(gone, BigDecimal::add)));
    }

    private static Uni<Map<UUID, List<String>>> elsewhere(Tx tx, StockCount count, CountLine line) {
        return tx.session()
                .createNativeQuery(ELSEWHERE, Tuple.class)
                .setParameter("part", line.partId)
                .setParameter("location", count.locationId)
                .setParameter("moment", line.countedAt)
                .setParameter("serials", keys(line))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.get(0, UUID.class),
                                TreeMap::new,
                                Collectors.mapping(row -> row.get(1, String.class), Collectors.toList()))));
    }

    private static Uni<BigDecimal> goneSince(Tx tx, StockCount count, CountLine line) {
        return tx.session()
                .createNativeQuery(GONE_SINCE, BigDecimal.class)
                .setParameter("part", line.partId)
                .setParameter("location", count.locationId)
                .setParameter("moment", line.countedAt)
                .setParameter("serials", keys(line))
                .getSingleResult();
    }

    /** Never empty, which would be no SQL. */
    private static List<String> keys(CountLine line) {
        return line.serials.length == 0
                ? List.of("")
                : Arrays.stream(line.serials).map(ComparedText::key).toList();
    }

    private Uni<Void> bring(Tx tx, StockCount count, CountLine line, UUID from, List<String> serials) {
        BigDecimal amount = BigDecimal.valueOf(serials.size());
        UUID out = Ids.next();
        UUID in = Ids.next();
        Posting.Pair pair = new Posting.Pair(
                posting(out, from, amount.negate(), in, count, line),
                posting(in, count.locationId, amount, out, count, line));
        return tx.session()
                .find(StockLocation.class, from)
                .chain(place -> ledger.post(tx, pair)
                        .chain(() -> Pieces.carry(
                                tx,
                                line.partId,
                                serials,
                                Cause.here(out, from, place.name(), line.countedAt),
                                Cause.here(in, count.locationId, count.locationName, line.countedAt)))
                        .chain(() -> discrepancies.open(
                                tx,
                                serials.stream()
                                        .map(serial -> missing(count, line, place, serial))
                                        .toList())));
    }

    private static Posting posting(
            UUID id, UUID place, BigDecimal amount, UUID counter, StockCount count, CountLine line) {
        return new Posting(
                id,
                MovementKind.COUNT_ADJUSTMENT,
                line.partId,
                place,
                amount,
                line.unit,
                count.id(),
                counter,
                count.reason,
                null);
    }

    private static Finding missing(StockCount count, CountLine line, StockLocation place, String serial) {
        return new Finding(
                DiscrepancyKind.SERIAL_NOT_IN_STOCK,
                new Finding.Where(line.partId, place.id(), null, null, place.owner()),
                "%s %s was counted in %s, and was known to be in stock, %s"
                        .formatted(line.partName, serial, count.locationName, place.name()),
                serial);
    }
}
