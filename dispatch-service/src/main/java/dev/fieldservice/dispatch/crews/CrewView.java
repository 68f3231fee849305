package dev.fieldservice.dispatch.crews;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Crew")
public record CrewView(UUID id, String name, UUID leadId, List<UUID> memberIds) {

    static CrewView of(Crew c) {
        return new CrewView(c.id(), c.name, c.leadId, c.memberIds());
    }
}
