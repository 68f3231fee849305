package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an order is taken away from those who had it; they read it on their phones. */
public record Withdrawal(
        @NotBlank @Size(max = 1000) @Pattern(regexp = Text.LINES) @Schema(description = "Why, for those who had it")
        String reason) {}
