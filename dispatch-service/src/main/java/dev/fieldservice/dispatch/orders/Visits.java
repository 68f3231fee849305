package dev.fieldservice.dispatch.orders;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The visits of one order, seen together. */
record Visits(Set<Appointment> all) {

    /** What is to take place and has not begun: there is one at most. */
    Optional<Appointment> planned() {
        return all.stream().filter(visit -> visit.state.isOpen()).findFirst();
    }

    Appointment get(UUID id) {
        return all.stream().filter(visit -> visit.id().equals(id)).findFirst().orElseThrow();
    }

    boolean isAnyUnderWayBut(Appointment one) {
        return all.stream().anyMatch(visit -> visit != one && visit.state.isUnderWay());
    }

    boolean isAnyAheadBut(Appointment one) {
        return isAnyUnderWayBut(one) || all.stream().anyMatch(visit -> visit != one && visit.state.isOpen());
    }

    /** True if a later visit was reported done: a report about this one was held up. */
    boolean isSuperseded(Appointment one) {
        return all.stream().anyMatch(visit -> visit.endsReported > 0 && visit.createdAt.isAfter(one.createdAt));
    }

    boolean isAnyGivenTo(UUID technicianId) {
        return all.stream().anyMatch(visit -> visit.isGivenTo(technicianId));
    }
}
