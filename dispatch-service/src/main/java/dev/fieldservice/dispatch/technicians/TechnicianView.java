package dev.fieldservice.dispatch.technicians;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Technician")
public record TechnicianView(
        @Schema(description = "Also the subject of the technician's access token")
        UUID id,

        @Schema(description = "The same as id, as it was entered")
        UUID userId,

        String name,
        @Schema(nullable = true) String phone,
        @Schema(nullable = true) String email,
        List<String> skills,
        List<UUID> territoryIds) {

    static TechnicianView of(Technician t) {
        return new TechnicianView(t.id(), t.id(), t.name, t.phone, t.email, t.skills(), List.of(t.territoryIds));
    }
}
