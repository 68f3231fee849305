package dev.fieldservice.ticket.plans;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.ticket.tickets.Priority;
import dev.fieldservice.ticket.tickets.ServiceType;
import dev.fieldservice.ticket.tickets.TicketDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the back office enters about a maintenance plan. */
public record PlanDetails(
        @NotNull UUID customerId,

        @NotNull @Schema(description = "Whom the technician will meet")
        UUID contactId,

        @NotNull @Schema(description = "Where the work is to be done; its days are those of its time zone")
        UUID locationId,

        @Schema(nullable = true, description = "The machine that is serviced; absent for a whole site")
        UUID assetId,

        @Schema(
                nullable = true,
                description =
                        "Under this contract, and only on its days; if absent, each ticket is under whichever contract fits")
        UUID contractId,

        @NotNull ServiceType serviceType,
        @NotNull Priority priority,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Revizie trimestrială agregate frig")
        String summary,

        @Size(min = 1, max = 4000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "Anything the technician should know")
        String instructions,

        @Size(max = 20)
        @Schema(nullable = true, description = "Skills the job asks for", examples = "[\"refrigeration\"]")
        List<@NotBlank @Size(max = 60) @Pattern(regexp = "^[a-z0-9-]+$") String> requiredSkills,

        @NotNull @Valid PlanSchedule schedule,

        @NotNull @Min(0) @Max(366) @Schema(description = "A ticket is made so many days ahead", examples = "14")
        Integer leadDays) {

    public PlanDetails {
        requiredSkills = requiredSkills == null
                ? List.of()
                : requiredSkills.stream().distinct().toList();
    }

    /** What its tickets say. */
    TicketDetails ofTickets() {
        return new TicketDetails(
                contactId, locationId, assetId, serviceType, priority, summary, instructions, requiredSkills);
    }
}
