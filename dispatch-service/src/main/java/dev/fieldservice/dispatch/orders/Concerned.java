package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.technicians.Technician;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Those whose time a step of a visit takes that did not take it by the plan, locked.
 *
 * @param people by their ids; whoever is no technician here is not among them
 * @param busy those who are planned elsewhere in the window of the visit
 */
record Concerned(Map<UUID, Technician> people, Set<UUID> busy) {

    static final Concerned NOBODY = new Concerned(Map.of(), Set.of());
}
