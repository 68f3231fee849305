package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.technicians.Technician;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is to go: one to ten technicians, one of whom leads.
 *
 * @param besides what they are at besides then
 */
record Team(Map<UUID, Technician> members, UUID leadId, List<Besides> besides) {

    /**
     * Another visit of one of them.
     *
     * @param isBusy they are there then, by what is expected or under way; if not, it was planned to come before and comes after
     * @param start when it was planned to begin
     */
    record Besides(UUID technicianId, boolean isBusy, Instant start) {}

    List<Besides> busy() {
        return besides.stream().filter(Besides::isBusy).toList();
    }

    /** When the first of those visits was planned that are late enough for one more before them; empty if none is. */
    Optional<Instant> comesBefore() {
        return besides.stream()
                .filter(visit -> !visit.isBusy())
                .map(Besides::start)
                .min(Instant::compareTo);
    }

    /** The others of them. */
    Team without(Collection<UUID> ids) {
        Map<UUID, Technician> others = new LinkedHashMap<>(members);
        others.keySet().removeAll(ids);
        return new Team(
                others,
                leadId,
                besides.stream()
                        .filter(visit -> others.containsKey(visit.technicianId()))
                        .toList());
    }

    String names() {
        return members.values().stream().map(Technician::name).collect(Collectors.joining(", "));
    }

    Set<String> skills() {
        return members.values().stream()
                .flatMap(technician -> technician.skills().stream())
                .collect(Collectors.toSet());
    }
}
