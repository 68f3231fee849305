package dev.fieldservice.inventory.containers;

import dev.fieldservice.inventory.containers.ContainerLifecycle.State;
import dev.fieldservice.inventory.locations.Visibility;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which containers somebody looks for, in HQL; where they are, or were at a moment. */
final class ContainerSearch {

    private static final String STOOD_THEN = """
             and registeredAt <= :moment and id in (
                 select p.containerId from ContainerPlace p
                  where p.recordedAt <= :moment
                    and not exists (select 1 from ContainerPlace q
                                     where q.containerId = p.containerId and q.recordedAt <= :moment
                                       and (q.recordedAt > p.recordedAt or q.recordedAt = p.recordedAt and q.id > p.id))""";

    private final Visibility visibility;
    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    private ContainerSearch(Visibility visibility) {
        this.visibility = visibility;
    }

    static ContainerSearch by(Visibility visibility) {
        ContainerSearch search = new ContainerSearch(visibility);
        search.where.append(visibility.ofStock());
        search.parameters.putAll(visibility.parameters());
        return search;
    }

    /** @param value null if the caller did not give it */
    ContainerSearch and(String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
        return this;
    }

    /** @param location null for wherever it is, and so is the state */
    ContainerSearch standing(Optional<Instant> moment, UUID location, State state) {
        moment.ifPresent(then -> {
            where.append(' ').append(STOOD_THEN).append(visibility.ofStock("p.locationId"));
            parameters.put("moment", then);
        });
        String whose = moment.isPresent() ? "p." : "";
        ContainerSearch search = and(whose + "locationId = :location", "location", location)
                .and(whose + "state = :state", "state", state);
        moment.ifPresent(then -> where.append(")"));
        return search;
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
