package dev.fieldservice.gateway.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The roles of the timeline in the description: whoever may read the ticket, as the ticket service says of itself. */
final class TimelineRoles {

    private static final String TICKET = "/v1/tickets/{id}";
    private static final String TIMELINE = "/v1/tickets/{ticketId}/timeline";
    private static final String NONE_KNOWN = "For the roles: .";

    private TimelineRoles() {}

    static void copy(ObjectNode paths) {
        JsonNode ticket = paths.path(TICKET).path("get");
        if (paths.path(TIMELINE).path("get") instanceof ObjectNode timeline && ticket.has("security")) {
            timeline.set("security", ticket.path("security").deepCopy());
            List<String> roles = new ArrayList<>();
            ticket.path("security")
                    .forEach(scheme -> scheme.path(MergedDescription.TOKEN).forEach(role -> roles.add(role.asText())));
            timeline.put(
                    "description",
                    timeline.path("description")
                            .asText()
                            .replace(NONE_KNOWN, "For the roles: " + String.join(", ", roles) + "."));
        }
    }
}
