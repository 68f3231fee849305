package dev.fieldservice.inventory.returns;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what a supplier credits a return. */
@Schema(name = "CreditedReturn")
public record CreditedReturn(
        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = Text.LINE)
        @Schema(description = "The supplier's own number of the credit note", examples = "NC 2026/7")
        String creditNote) {}
