package dev.fieldservice.ticket.incoming;

import dev.fieldservice.contracts.Text;
import dev.fieldservice.ticket.tickets.Channel;
import dev.fieldservice.ticket.tickets.NewTicket;
import dev.fieldservice.ticket.tickets.Priority;
import dev.fieldservice.ticket.tickets.ServiceType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose a mail is, and what a dispatcher makes of it. */
public record AcceptMail(
        @NotNull UUID customerId,

        @Schema(nullable = true, description = "Left out, the sender becomes a contact of the customer's")
        UUID contactId,

        @NotNull @Schema(description = "Where the work is to be done")
        UUID locationId,

        @Schema(nullable = true, description = "The machine in trouble, if known")
        UUID assetId,

        @NotNull ServiceType serviceType,
        @NotNull Priority priority,

        @Size(min = 1, max = 200)
        @Pattern(regexp = Text.LINE)
        @Schema(nullable = true, description = "Left out, the mail's subject", examples = "Chiller leaks refrigerant")
        String summary,

        @Size(min = 1, max = 4000)
        @Pattern(regexp = Text.LINES)
        @Schema(nullable = true, description = "Left out, what the mail says")
        String instructions,

        @Size(max = 20)
        @Schema(nullable = true, description = "Skills the job asks for", examples = "[\"refrigeration\"]")
        List<@NotBlank @Size(max = 60) @Pattern(regexp = "^[a-z0-9-]+$") String> requiredSkills) {

    NewTicket of(IncomingMail mail, UUID contact) {
        return new NewTicket(
                Channel.EMAIL,
                customerId,
                contact,
                locationId,
                assetId,
                serviceType,
                priority,
                Optional.ofNullable(summary).orElseGet(() -> Requests.summary(mail)),
                Optional.ofNullable(instructions).orElseGet(() -> Requests.instructions(mail)),
                requiredSkills,
                null,
                false); // the sender is told of it by an answer to the mail
    }
}
