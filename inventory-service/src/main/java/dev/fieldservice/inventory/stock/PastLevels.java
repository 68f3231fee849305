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

/** Levels as they were at a moment: what is there now, less what was booked and reserved since. One statement, so that both fit. */
final class PastLevels {

    private static final String AS_OF = """
            select level.id,
                   level.on_hand - coalesce((select sum(m.quantity) from stock_movement m
                                              where m.part_id = level.part_id and m.location_id = level.location_id
                                                and m.recorded_at > :moment), 0),
                   level.allocated - coalesce((select sum(r.quantity) from reservation_entry r
                                                where r.part_id = level.part_id and r.location_id = level.location_id
                                                  and r.recorded_at > :moment), 0)
              from stock_level level
             where level.id in :levels""";

    private PastLevels() {}

    /** How it was then. */
    record Past(UUID level, BigDecimal onHand, BigDecimal allocated) {

        static Past of(Tuple row) {
            return new Past(row.get(0, UUID.class), row.get(1, BigDecimal.class), row.get(2, BigDecimal.class));
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
