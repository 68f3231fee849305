package dev.fieldservice.inventory.stock;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Levels as they were at a moment, by what had been recorded. One statement, so that all of it fits. */
final class PastLevels {

    /**
     * What was there is what the ledger says of the last entry. Of those who book at the same time one may begin before the other and be
     * entered after it, so that of the entries that were recorded last the one that was entered last counts.
     */
    private static final String AS_OF = """
            select level.id,
                   coalesce((select near.on_hand
                               from (select v.on_hand, v.entry from stock_valuation v
                                      where v.part_id = level.part_id and v.location_id = level.location_id
                                        and v.recorded_at <= :moment
                                      order by v.recorded_at desc, v.entry desc limit 100) near
                              order by near.entry desc limit 1), 0.000),
                   level.allocated - coalesce((select sum(r.quantity) from reservation_entry r
                                                where r.part_id = level.part_id and r.location_id = level.location_id
                                                  and r.recorded_at > :moment), 0),
                   stock_on_order_at(level.part_id, level.location_id, :moment)
              from stock_level level
             where level.id in :levels""";

    private PastLevels() {}

    /** How it was then. */
    record Past(UUID level, BigDecimal onHand, BigDecimal allocated, BigDecimal onOrder) {

        static Past of(Tuple row) {
            return new Past(
                    row.get(0, UUID.class),
                    row.get(1, BigDecimal.class),
                    row.get(2, BigDecimal.class),
                    row.get(3, BigDecimal.class));
        }
    }

    /** By the ids of the levels. @param moment by the time at which entries were recorded */
    static Uni<Map<UUID, Past>> of(Mutiny.Session session, Collection<StockLevel> levels, Instant moment) {
        List<UUID> ids = levels.stream().map(StockLevel::id).toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createNativeQuery(AS_OF, Tuple.class)
                        .setParameter("moment", moment)
                        .setParameter("levels", ids)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(Past::of)
                                .collect(Collectors.toMap(Past::level, Function.identity())));
    }
}
