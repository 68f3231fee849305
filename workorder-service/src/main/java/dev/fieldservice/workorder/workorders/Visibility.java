package dev.fieldservice.workorder.workorders;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.security.Caller;
import java.util.List;

/**
 * Visibility: who may see a work order, and whose commands it takes, whatever way the request came. To all others it is as
 * absent as what does not exist.
 */
public enum Visibility {
    /** The technicians it is assigned to now. */
    CREW {
        @Override
        boolean includes(Caller caller, WorkOrder order) {
            return order.crew().contains(caller.id());
        }
    },
    /** They, and the office, which sees all. */
    CREW_AND_OFFICE {
        @Override
        boolean includes(Caller caller, WorkOrder order) {
            return seesAll(caller) || CREW.includes(caller, order);
        }
    };

    private static final List<String> OFFICE = List.of(Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN);

    abstract boolean includes(Caller caller, WorkOrder order);

    /** Refused with 404. */
    void require(Caller caller, WorkOrder order) {
        if (order == null || !includes(caller, order)) {
            throw new Refusal.NotFound("work order").refused();
        }
    }

    public static boolean seesAll(Caller caller) {
        return OFFICE.stream().anyMatch(caller::is);
    }
}
