package dev.fieldservice.ticket.tickets;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be corrected about a request. */
public record TicketDetails(
        @NotNull UUID contactId,

        @NotNull @Schema(description = "Fixed once somebody has set out: work at another site is another request")
        UUID locationId,

        @Schema(nullable = true, description = "The machine in trouble, if known")
        UUID assetId,

        @NotNull ServiceType serviceType,

        @NotNull
        @Schema(description = "Another one moves the due times, which count from when the request was first recorded")
        Priority priority,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Chiller leaks refrigerant")
        String summary,

        @Size(min = 1, max = 4000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "Anything the technician should know")
        String instructions,

        @Size(max = 20)
        @Schema(nullable = true, description = "Skills the job asks for", examples = "[\"refrigeration\"]")
        List<@NotBlank @Size(max = 60) @Pattern(regexp = "^[a-z0-9-]+$") String> requiredSkills) {

    public TicketDetails {
        requiredSkills = requiredSkills == null
                ? List.of()
                : requiredSkills.stream().distinct().toList();
    }

    static TicketDetails of(Ticket t) {
        return new TicketDetails(
                t.contactId,
                t.locationId,
                t.assetId,
                t.serviceType,
                t.priority,
                t.summary,
                t.instructions,
                List.of(t.requiredSkills));
    }
}
