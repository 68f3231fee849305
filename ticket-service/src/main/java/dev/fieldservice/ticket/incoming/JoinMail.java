package dev.fieldservice.ticket.incoming;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ticket that a mail is about. */
public record JoinMail(
        @NotNull @Schema(description = "A ticket that is not over")
        UUID ticketId) {}
