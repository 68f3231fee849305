package dev.fieldservice.platform.errands;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All kinds of jobs of this deployable with their handlers, by name. */
@ApplicationScoped
class ErrandKinds {

    private final Map<String, Handling<?>> handlings = new TreeMap<>();

    ErrandKinds(@All List<ErrandTable<?>> tables) {
        tables.forEach(this::join);
    }

    private <K extends Enum<K> & ErrandKind> void join(ErrandTable<K> table) {
        for (K kind : table.kinds().getEnumConstants()) {
            if (handlings.put(kind.name(), table.handling(kind)) != null) {
                throw new IllegalStateException("two tables of errands have the kind " + kind.name());
            }
        }
    }

    Map<String, Handling<?>> all() {
        return handlings;
    }

    Handling<?> handling(String kind) {
        return Optional.ofNullable(handlings.get(kind))
                .orElseThrow(() -> new IllegalStateException("no table of errands has the kind " + kind));
    }
}
