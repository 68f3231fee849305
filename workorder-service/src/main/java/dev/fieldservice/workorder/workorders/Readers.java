package dev.fieldservice.workorder.workorders;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.security.Caller;
import java.util.List;

/** Who may see which work orders, whatever way the request came. */
final class Readers {

    private static final List<String> OF_ALL = List.of(Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN);

    private Readers() {}

    static boolean seesAll(Caller caller) {
        return OF_ALL.stream().anyMatch(caller::is);
    }

    static boolean sees(Caller caller, WorkOrder order) {
        return seesAll(caller) || order.isAssignedTo(caller.id());
    }
}
