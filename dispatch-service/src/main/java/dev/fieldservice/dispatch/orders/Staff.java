package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.technicians.Technician;
import dev.fieldservice.platform.problems.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Those who go to a visit, or are there: who comes in addition, and who does not go any more. */
record Staff(Appointment visit) {

    /** All of them take this time. */
    void plan(Team team, Window window) {
        var _ = become(team.members().keySet(), team.leadId(), team.members());
        visit.technicians.forEach(one -> one.take(window));
    }

    /**
     * These and nobody else; who is new to it takes none of its time yet.
     *
     * @param known at least those who are new to it
     */
    private List<Assignee> become(Collection<UUID> ids, UUID leadId, Map<UUID, Technician> known) {
        visit.technicians.removeIf(one -> !ids.contains(one.technicianId));
        List<Assignee> newcomers = ids.stream()
                .filter(id -> !visit.isFor(id))
                .map(id -> new Assignee(visit, known.get(id)))
                .toList();
        visit.technicians.addAll(newcomers);
        visit.technicians.forEach(one -> one.lead = one.technicianId.equals(leadId));
        return newcomers;
    }

    /**
     * The same while it goes on, or is about to.
     *
     * @param time what of its time those who are new to it take
     * @param concerned at least those who are new to it, and who of them is planned elsewhere then
     */
    void become(Collection<UUID> ids, UUID leadId, Window time, Concerned concerned) {
        if (!ids.containsAll(visit.technicianIds())) {
            visit.giveBack();
        }
        become(ids, leadId, concerned.people()).forEach(newcomer -> {
            newcomer.take(time);
            newcomer.holdAgain(concerned.busy().contains(newcomer.technicianId));
        });
        visit.leavePlan();
    }

    /** Refused with 409 where somebody would go who has set out. */
    void requireWhoSetOut(Team team) {
        visit.technicians.stream()
                .filter(one -> one.setOut && !team.members().containsKey(one.technicianId))
                .findFirst()
                .ifPresent(one -> {
                    throw new Refusal.Conflict(
                                    "has-set-out",
                                    one.name + " has set out for this visit: it can be handed over, not taken away.")
                            .refused();
                });
    }

    /** @param time what those who are new to it take; nobody else has it */
    void become(Team team, Window time) {
        become(team.members().keySet(), team.leadId(), time, new Concerned(team.members(), Set.of()));
    }

    /** Nobody has set out who did not turn back. */
    boolean isPlanOnly() {
        return visit.technicians.stream().noneMatch(one -> one.setOut);
    }

    UUID lead() {
        return visit.technicians.stream()
                .filter(one -> one.lead)
                .map(one -> one.technicianId)
                .findFirst()
                .orElseThrow();
    }

    String names() {
        return visit.technicians.stream().map(one -> one.name).collect(Collectors.joining(", "));
    }
}
