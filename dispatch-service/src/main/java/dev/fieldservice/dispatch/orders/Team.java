package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.technicians.Technician;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is to go: one to ten technicians, one of whom leads. */
record Team(Map<UUID, Technician> members, UUID leadId) {

    String names() {
        return members.values().stream().map(Technician::name).collect(Collectors.joining(", "));
    }
}
