package dev.fieldservice.dispatch.orders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Those visits of one order on which a decision depends: what is planned or under way, and the one that is spoken of. */
record Visits(List<Appointment> all) {

    static final Visits NONE = new Visits(List.of());

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
        return all.stream().anyMatch(visit -> visit != one && visit.state.isAhead());
    }
}
