package dev.fieldservice.ticket.tickets;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the dispatcher enters while the customer is on the phone. */
public record NewTicket(
        @NotNull Channel channel,
        @NotNull UUID customerId,

        @NotNull @Schema(description = "Who called, and whom the technician will meet")
        UUID contactId,

        @NotNull @Schema(description = "Where the work is to be done")
        UUID locationId,

        @Schema(nullable = true, description = "The machine in trouble, if known")
        UUID assetId,

        @NotNull ServiceType serviceType,
        @NotNull Priority priority,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Chiller leaks refrigerant")
        String summary,

        @Size(min = 1, max = 4000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "Anything the technician should know")
        String instructions,

        @Size(max = 20)
        @Schema(nullable = true, description = "Skills the job asks for", examples = "[\"refrigeration\"]")
        List<@NotBlank @Size(max = 60) @Pattern(regexp = "^[a-z0-9-]+$") String> requiredSkills,

        @Schema(
                nullable = true,
                description =
                        "The ticket whose trouble has come back, or that was called off by mistake: this one is then due as that was")
        UUID followUpOf,

        @Schema(
                nullable = true,
                description =
                        "Whether the contact is told by mail that the request was taken, and under which number; left out, they are,"
                                + " unless the channel is API. Never whoever has no e-mail address or wants no mail")
        Boolean acknowledge) {

    public NewTicket {
        requiredSkills = requiredSkills == null
                ? List.of()
                : requiredSkills.stream().distinct().toList();
    }

    /** Another system tells its people itself, unless it says otherwise. */
    boolean wantsAcknowledgement() {
        return switch (channel) {
            case PHONE, EMAIL, PORTAL -> !Boolean.FALSE.equals(acknowledge);
            case API, PLAN -> Boolean.TRUE.equals(acknowledge);
        };
    }

    TicketDetails details() {
        return new TicketDetails(
                contactId, locationId, assetId, serviceType, priority, summary, instructions, requiredSkills);
    }
}
