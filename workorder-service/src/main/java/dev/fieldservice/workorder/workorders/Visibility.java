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
    /** The technicians it is assigned to now: the steps are theirs. */
    CREW {
        @Override
        public boolean includes(Caller caller, WorkOrder order) {
            return order.crew().contains(caller.id());
        }
    },
    /** They, and whoever took part in one of its visits: what happened there is theirs to record, whoever goes now. */
    TOOK_PART {
        @Override
        public boolean includes(Caller caller, WorkOrder order) {
            return CREW.includes(caller, order) || order.staffing.tookPart(caller.id());
        }
    },
    /** They, and whoever had it before it was taken away: what they did until then may be told late, and else it is gone. */
    HAD_IT {
        @Override
        public boolean includes(Caller caller, WorkOrder order) {
            return TOOK_PART.includes(caller, order) || order.staffing.takenAway.wasOf(caller.id());
        }
    },
    /** Whoever took part, and the office, which sees all. */
    TOOK_PART_OR_OFFICE {
        @Override
        public boolean includes(Caller caller, WorkOrder order) {
            return seesAll(caller) || TOOK_PART.includes(caller, order);
        }
    };

    private static final List<String> OFFICE = List.of(Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN);

    public abstract boolean includes(Caller caller, WorkOrder order);

    /** Refused with 404; with 403 for those who see it by another right than this one. */
    public void require(Caller caller, WorkOrder order) {
        boolean isIncluded = order != null && includes(caller, order);
        if (!isIncluded && (order == null || !TOOK_PART_OR_OFFICE.includes(caller, order))) {
            throw new Refusal.NotFound("work order").refused();
        }
        if (!isIncluded) {
            throw new Refusal.Forbidden(
                            "not-assigned",
                            "Others have this work order now. What happened in your visit can still be recorded.")
                    .refused();
        }
    }

    public static boolean seesAll(Caller caller) {
        return OFFICE.stream().anyMatch(caller::is);
    }
}
