package dev.fieldservice.billing.billables;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a job is billed although not all agrees. */
public record Settlement(
        @NotBlank @Size(max = 1000) @Pattern(regexp = Text.LINES) @Schema(description = "Stays in the history")
        String reason) {}
