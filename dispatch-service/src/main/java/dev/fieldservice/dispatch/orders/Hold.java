package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the order waits for. */
public record Hold(
        @NotNull HoldReason reason,

        @Size(min = 1, max = 500) @Pattern(regexp = Text.LINES) @Schema(nullable = true)
        String note) {}
