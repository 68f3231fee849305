package dev.fieldservice.inventory.reservations;

import dev.fieldservice.inventory.locations.Transit;
import dev.fieldservice.inventory.reservations.Allocation.Need;
import dev.fieldservice.inventory.reservations.Allocation.Spot;
import dev.fieldservice.inventory.reservations.Allocation.Stock;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is reserved of one part, read and written by whoever holds the part alone. */
final class Reserving {

    /** Whoever books stock of the part shares this lock ({@code Ledger}). */
    private static final String HOLD =
            "select 1 from pg_advisory_xact_lock(hashtextextended(cast(cast(:part as uuid) as text), 17))";

    private static final String NEEDS = """
            select need.order_id, need.van_id, need.unit, need.planned - need.used
              from part_need need
             where need.part_id = :part and need.planned > need.used
             order by need.since, need.order_id, need.unit""";

    private static final String STOCKS = """
            select level.location_id, case place.kind when 'VEHICLE' then place.id end, level.unit, level.on_hand
              from stock_level level join stock_location place on place.id = level.location_id
             where level.part_id = :part
             order by level.location_id
               for update of level""";

    /** Picked and not there yet. */
    private static final String UNDER_WAY = """
            select cast(:transit as uuid), t.to_location_id, line.unit, sum(greatest(line.picked - line.received - line.lost, 0))
              from stock_transfer t join stock_transfer_line line on line.transfer_id = t.id
              join stock_location van on van.id = t.to_location_id and van.kind = 'VEHICLE'
             where line.part_id = :part and t.state in ('PICKED', 'IN_TRANSIT')
             group by t.to_location_id, line.unit
             order by t.to_location_id""";

    /** What nobody has looked for since it was planned, as long as that is worth waiting for. */
    private static final String UNSEEN =
            "select d.id, d.order_id from part_demand d where d.part_id = :part and d.unseen_until is not null";

    private static final String SEEN = "update part_demand set unseen_until = null where id in :seen";

    private static final String RESERVED =
            "select order_id, location_id, quantity from reservation where part_id = :part";

    /** Of each place and order; what is nothing any more goes. */
    private static final String CHANGE = """
            with entered as (
                insert into reservation_entry (id, order_id, part_id, location_id, quantity, recorded_at)
                values (:id, :order, :part, :location, :change, :at)
                returning order_id, part_id, location_id, quantity),
            allocated as (
                update stock_level level set allocated = level.allocated + entered.quantity, version = level.version + 1
                  from entered
                 where level.part_id = entered.part_id and level.location_id = entered.location_id),
            changed as (
                update reservation r set quantity = r.quantity + entered.quantity
                  from entered
                 where r.order_id = entered.order_id and r.part_id = entered.part_id
                   and r.location_id = entered.location_id and r.quantity + entered.quantity <> 0
                returning r.order_id),
            gone as (
                delete from reservation r using entered
                 where r.order_id = entered.order_id and r.part_id = entered.part_id
                   and r.location_id = entered.location_id and r.quantity + entered.quantity = 0
                returning r.order_id)
            insert into reservation (order_id, part_id, location_id, quantity)
            select order_id, part_id, location_id, quantity from entered
             where not exists (select from changed) and not exists (select from gone)""";

    /** What is missing since before stays as it is. */
    private static final String MISSING = """
            with now as (select need.order_id, need.unit from part_need need where need.part_id = :part and need.missing > 0),
            there as (
                delete from missing_part m
                 where m.part_id = :part
                   and not exists (select from now where now.order_id = m.order_id and now.unit = m.unit))
            insert into missing_part (order_id, part_id, unit, since)
            select now.order_id, cast(:part as uuid), now.unit, cast(:at as timestamptz) from now
            on conflict do nothing""";

    private static final String ORDERS = """
            select distinct d.order_id from part_demand d join parts_plan p on p.id = d.order_id
             where d.part_id = :part and (p.state = 'RESERVED' or p.told <> 'NONE')""";

    private final Tx tx;
    private final UUID partId;

    Reserving(Tx tx, UUID partId) {
        this.tx = tx;
        this.partId = partId;
    }

    /** Waits for whatever is being booked of the part. */
    Uni<Integer> hold() {
        return tx.session()
                .createNativeQuery(HOLD, Integer.class)
                .setParameter("part", partId)
                .getSingleResult();
    }

    Uni<List<Need>> needs() {
        return rows(NEEDS)
                .map(rows -> rows.stream()
                        .map(row -> new Need(
                                row.get(0, UUID.class),
                                row.get(1, UUID.class),
                                row.get(2, String.class),
                                row.get(3, BigDecimal.class)))
                        .toList());
    }

    /** What lies in vans and warehouses, then what is on its way to vans. */
    Uni<List<Stock>> stocks() {
        return rows(STOCKS)
                .chain(lying -> tx.session()
                        .createNativeQuery(UNDER_WAY, Tuple.class)
                        .setParameter("part", partId)
                        .setParameter("transit", Transit.ID)
                        .getResultList()
                        .map(underWay -> Stream.concat(lying.stream(), underWay.stream())
                                .map(Reserving::stock)
                                .toList()));
    }

    private static Stock stock(Tuple row) {
        return new Stock(
                row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, String.class), row.get(3, BigDecimal.class));
    }

    /** Which rows of which orders nobody has looked for yet. */
    Uni<Map<UUID, List<UUID>>> unseen() {
        return rows(UNSEEN)
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.get(1, UUID.class),
                                Collectors.mapping(row -> row.get(0, UUID.class), Collectors.toList()))));
    }

    /** Under the lock of the plan. @param rows none if it was looked for before */
    static Uni<?> seen(Tx tx, List<UUID> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .createNativeQuery(SEEN)
                        .setParameter("seen", rows)
                        .executeUpdate();
    }

    Uni<Map<Spot, BigDecimal>> reserved() {
        return rows(RESERVED)
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new Spot(row.get(0, UUID.class), row.get(1, UUID.class)),
                                row -> row.get(2, BigDecimal.class))));
    }

    /** What is given up first: at no moment more is allocated than is there. */
    Uni<Void> write(Map<Spot, BigDecimal> changes) {
        List<Map.Entry<Spot, BigDecimal>> inOrder =
                changes.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
        return OneByOne.each(inOrder, this::write);
    }

    /** Notes who lacks the part since now, and who no more. */
    Uni<Integer> noteMissing() {
        return tx.session()
                .createNativeQuery(MISSING)
                .setParameter("part", partId)
                .setParameter("at", tx.by().at())
                .executeUpdate();
    }

    private Uni<Integer> write(Map.Entry<Spot, BigDecimal> change) {
        return tx.session()
                .createNativeQuery(CHANGE)
                .setParameter("id", Ids.next())
                .setParameter("order", change.getKey().orderId())
                .setParameter("part", partId)
                .setParameter("location", change.getKey().locationId())
                .setParameter("change", change.getValue())
                .setParameter("at", tx.by().at())
                .executeUpdate();
    }

    /** Those that need the part or have just been told of, in the order in which plans are locked. */
    Uni<Set<UUID>> orders(Set<UUID> concerned) {
        return tx.session()
                .createNativeQuery(ORDERS, UUID.class)
                .setParameter("part", partId)
                .getResultList()
                .map(found -> {
                    Set<UUID> orders = new TreeSet<>(concerned);
                    orders.addAll(found);
                    return orders;
                });
    }

    private Uni<List<Tuple>> rows(String sql) {
        return tx.session()
                .createNativeQuery(sql, Tuple.class)
                .setParameter("part", partId)
                .getResultList();
    }
}
