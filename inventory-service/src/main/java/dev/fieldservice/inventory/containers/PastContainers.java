package dev.fieldservice.inventory.containers;

import dev.fieldservice.inventory.containers.ContainerLifecycle.State;
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

/** Containers as they were at a moment: where they stood, and the sum of what had been recorded of them by then. */
final class PastContainers {

    private static final String AS_OF = """
            select c.id, there.state, there.location_id, l.name,
                   coalesce((select sum(e.quantity) from container_entry e
                              where e.container_id = c.id and e.recorded_at <= :moment), 0.000)
              from container c
              cross join lateral (select p.state, p.location_id from container_place p
                                   where p.container_id = c.id and p.recorded_at <= :moment
                                   order by p.recorded_at desc, p.id desc limit 1) there
              left join stock_location l on l.id = there.location_id
             where c.id in :containers""";

    private PastContainers() {}

    /** How it was then. @param location null where it was not in stock, and so is its name */
    record Past(UUID container, State state, UUID location, String locationName, BigDecimal content) {

        static Past of(Tuple row) {
            return new Past(
                    row.get(0, UUID.class),
                    State.valueOf(row.get(1, String.class)),
                    row.get(2, UUID.class),
                    row.get(3, String.class),
                    row.get(4, BigDecimal.class));
        }
    }

    /** By the ids of the containers, of those that were registered by then. */
    static Uni<Map<UUID, Past>> of(Mutiny.Session session, Collection<Container> containers, Instant moment) {
        List<UUID> ids = containers.stream().map(Container::id).toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createNativeQuery(AS_OF, Tuple.class)
                        .setParameter("moment", moment)
                        .setParameter("containers", ids)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(Past::of)
                                .collect(Collectors.toMap(Past::container, Function.identity())));
    }
}
