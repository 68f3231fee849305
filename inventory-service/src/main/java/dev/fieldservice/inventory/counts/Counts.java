package dev.fieldservice.inventory.counts;

import dev.fieldservice.contracts.codes.Units;
import dev.fieldservice.inventory.locations.StockLocation;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.inventory.pieces.SerialNumbers;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The commands on counts, and how they are found. */
@ApplicationScoped
public class Counts {

    private static final int MOST = 500;

    private static final String THERE = """
            select level.part_id from stock_level level join part p on p.id = level.part_id
             where level.location_id = :location order by level.part_id""";

    /**
     * What has happened since is not counted; what had happened and was told since is. A usage that is taken back never was one, so of
     * two that the moment parts neither is left out. What another count found was so before, too, and where another was counted later
     * and is approved, that one stands.
     */
    private static final String EXPECTED = """
            select line.id,
                   cast(coalesce(level.on_hand, 0)
                        - coalesce((select sum(m.quantity) from stock_movement m
                                     where m.part_id = line.part_id and m.location_id = :location
                                       and m.occurred_at > line.counted_at and m.kind <> 'COUNT_ADJUSTMENT'
                                       and not (m.kind in ('CONSUMPTION', 'REVERSAL')
                                                and exists (select from stock_movement other
                                                             where (other.source_id = m.reversal_of
                                                                    or other.reversal_of = m.source_id)
                                                               and other.occurred_at <= line.counted_at))), 0)
                        as numeric(18, 3)),
                   exists (select from stock_count_line later join stock_count other on other.id = later.count_id
                            where later.part_id = line.part_id and later.counted_at > line.counted_at
                              and other.location_id = :location and other.state = 'APPROVED')
              from stock_count_line line
              left join stock_level level on level.part_id = line.part_id and level.location_id = :location
             where line.count_id = :count""";

    private final Adjustments adjustments;

    public Counts(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    Uni<StockCount> open(Tx tx, NewCount wanted) {
        return tx.session()
                .find(StockLocation.class, wanted.locationId())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown("/locationId", "stock location"))
                .chain(place -> wanted.named()
                        .map(ids -> Uni.createFrom().item(ids))
                        .orElseGet(() -> there(tx, wanted.locationId()))
                        .chain(ids -> parts(tx, ids, at -> "/partIds/" + at))
                        .chain(parts -> {
                            StockCount count = StockCount.open(place, tx.by());
                            count.lines = parts.stream()
                                    .map(part -> CountLine.of(count.id(), part))
                                    .toList();
                            return tx.add(count).call(() -> keep(tx, count.lines));
                        }));
    }

    private static Uni<List<UUID>> there(Tx tx, UUID location) {
        return tx.session()
                .createNativeQuery(THERE, UUID.class)
                .setParameter("location", location)
                .setMaxResults(MOST + 1)
                .getResultList()
                .invoke(found -> {
                    if (found.size() > MOST) {
                        throw Refusal.RuleViolated.at(
                                "/partIds", "too-many-parts", "More than " + MOST + " parts are there: name some.");
                    }
                });
    }

    /** @param pointer where the id stands in the body */
    private static Uni<List<Part>> parts(Tx tx, List<UUID> ids, IntFunction<String> pointer) {
        List<Part> parts = new ArrayList<>();
        return OneByOne.each(
                        IntStream.range(0, ids.size()).boxed().toList(),
                        at -> tx.session()
                                .find(Part.class, ids.get(at))
                                .onItem()
                                .ifNull()
                                .failWith(() -> Refusal.RuleViolated.unknown(pointer.apply(at), "part"))
                                .invoke(parts::add))
                .replaceWith(parts);
    }

    private static Uni<Void> keep(Tx tx, List<CountLine> lines) {
        return tx.session().persistAll(lines.toArray());
    }

    Uni<StockCount> enter(Tx tx, UUID id, CountedParts counted) {
        List<UUID> ids = counted.lines().stream().map(CountedParts.Line::partId).toList();
        return parts(tx, ids, at -> "/lines/" + at + "/partId")
                .chain(parts -> load(tx, id)
                        .invoke(count -> count.enter(tx.by()))
                        .call(count ->
                                keep(tx, entered(count, counted, parts, tx.by().at()))));
    }

    /** Those of parts that nobody expected there, to be stored. */
    private static List<CountLine> entered(StockCount count, CountedParts counted, List<Part> parts, Instant at) {
        Map<UUID, CountLine> known = new LinkedHashMap<>();
        count.lines.forEach(line -> known.put(line.partId, line));
        List<CountLine> found = new ArrayList<>();
        for (int each = 0; each < parts.size(); each++) {
            CountedParts.Line line = counted.lines().get(each);
            Part part = parts.get(each);
            requireThatItFits(line, part, "/lines/" + each);
            if (!known.containsKey(part.id())) {
                CountLine unexpected = CountLine.of(count.id(), part);
                known.put(part.id(), unexpected);
                found.add(unexpected);
            }
            enter(known.get(part.id()), line, "/lines/" + each, at);
        }
        count.lines = List.copyOf(known.values());
        return found;
    }

    private static void enter(CountLine known, CountedParts.Line line, String pointer, Instant at) {
        if (!Boolean.TRUE.equals(line.more()) || !known.isEntered()) {
            known.enter(line.counted(), line.pieces(), at);
            return;
        }
        if (!SerialNumbers.areDifferent(known.with(line.pieces()))) {
            throw Refusal.RuleViolated.at(
                    pointer + "/serials", "same-serial-number", "One of these pieces was entered before.");
        }
        known.enterMore(line.counted(), line.pieces(), at);
    }

    private static void requireThatItFits(CountedParts.Line line, Part part, String pointer) {
        if (!Units.fits(line.counted(), part.unit())) {
            throw Refusal.RuleViolated.at(
                    pointer + "/counted", "whole-pieces", "This unit counts pieces: send a whole number.");
        }
        if (!part.isSerialised() && !line.pieces().isEmpty()) {
            throw Refusal.RuleViolated.at(
                    pointer + "/serials", "not-serialised", "Pieces of this part have no serial numbers.");
        }
        boolean isEach =
                line.counted().compareTo(BigDecimal.valueOf(line.pieces().size())) == 0
                        && SerialNumbers.areDifferent(line.pieces());
        if (part.isSerialised() && !isEach) {
            throw Refusal.RuleViolated.at(
                    pointer + "/serials", "serial-number-missing", "Each piece has a serial number of its own.");
        }
    }

    Uni<StockCount> submit(Tx tx, UUID id) {
        return load(tx, id).invoke(count -> count.submit(tx.by())).call(count -> compare(tx.session(), count));
    }

    Uni<StockCount> reopen(Tx tx, UUID id, String why) {
        return load(tx, id).invoke(count -> count.reopen(why, tx.by()));
    }

    Uni<StockCount> cancel(Tx tx, UUID id, String why) {
        return load(tx, id).invoke(count -> count.cancel(why, tx.by()));
    }

    /** The ledger is adjusted by what differs, whatever was booked meanwhile. */
    Uni<StockCount> approve(Tx tx, UUID id, String why) {
        return load(tx, id)
                .invoke(count -> count.approve(why, tx.by()))
                .call(count -> adjustments.lock(tx, count))
                .call(count -> compare(tx.session(), count))
                .call(count -> adjustments.book(tx, count));
    }

    private static Uni<StockCount> load(Tx tx, UUID id) {
        return tx.load(StockCount.class, id).chain(count -> withLines(tx.session(), count));
    }

    /** Null if there is none. */
    static Uni<StockCount> find(Mutiny.Session session, UUID id) {
        return session.find(StockCount.class, id)
                .onItem()
                .ifNotNull()
                .transformToUni(count -> withLines(session, count)
                        .call(found -> found.isToBeApproved()
                                ? compare(session, found)
                                : Uni.createFrom().voidItem()));
    }

    private static Uni<StockCount> withLines(Mutiny.Session session, StockCount count) {
        return session.createSelectionQuery("from CountLine where countId = :count order by id", CountLine.class)
                .setParameter("count", count.id())
                .getResultList()
                .invoke(lines -> count.lines = lines)
                .replaceWith(count);
    }

    private static Uni<Void> compare(Mutiny.Session session, StockCount count) {
        return session.createNativeQuery(EXPECTED, Tuple.class)
                .setParameter("location", count.locationId)
                .setParameter("count", count.id())
                .getResultList()
                .invoke(rows -> {
                    Map<UUID, Tuple> byLine =
                            rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row));
                    count.lines.stream()
                            .filter(line -> byLine.containsKey(line.id))
                            .forEach(line -> compare(line, byLine.get(line.id)));
                })
                .replaceWithVoid();
    }

    private static void compare(CountLine line, Tuple row) {
        if (row.get(2, Boolean.class)) {
            line.leaveToALaterCount();
        } else {
            line.expect(row.get(1, BigDecimal.class));
        }
    }
}
