package dev.fieldservice.ticket.assets;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Into what a machine is built. */
public record Installation(
        @NotNull @Schema(description = "The machine that it becomes a part of")
        UUID wholeId) {}
