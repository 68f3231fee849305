package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which visit that was planned to follow does not take place, and why. */
public record CancelledVisit(
        @NotNull UUID appointmentId,

        @NotBlank @Size(max = 1000) @Pattern(regexp = Text.LINES) @Schema(examples = "Compresorul vine mai târziu")
        String reason) {}
