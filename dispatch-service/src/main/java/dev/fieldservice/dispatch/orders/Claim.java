package dev.fieldservice.dispatch.orders;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When the technician will go. */
public record Claim(
        @Valid
        @Schema(
                nullable = true,
                description = "Without it: from now, for as long as such work usually takes, or two hours")
        Window window) {}
