package dev.fieldservice.dispatch.technicians;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.phones.Phones;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the back office enters about a technician. */
public record TechnicianDetails(
        @NotNull @Schema(description = "Subject of the technician's access token; becomes the technician's id")
        UUID userId,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Tudor Ionescu")
        String name,

        @Size(min = 1, max = 40)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "Kept in E.164", nullable = true, examples = "+40 722 555 001")
        String phone,

        @Email @Size(min = 1, max = 254) @Pattern(regexp = Text.LINE) @Schema(nullable = true, format = "email")
        String email,

        @Size(max = 50) @Schema(nullable = true, examples = "[\"refrigeration\"]")
        List<@NotBlank @Size(max = 64) @Pattern(regexp = "^[a-z0-9-]+$") String> skills,

        @Size(max = 50) @Schema(nullable = true, description = "Where they work")
        List<@NotNull UUID> territoryIds) {

    public TechnicianDetails {
        skills = skills == null ? List.of() : skills;
        territoryIds = territoryIds == null ? List.of() : territoryIds;
    }

    /** As it is kept. Refused if there can be no such telephone number. */
    TechnicianDetails read(Phones phones) {
        return new TechnicianDetails(userId, name, phones.taken("/phone", phone, null), email, skills, territoryIds);
    }
}
