package dev.fieldservice.billing.invoices;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is asked to pay in place of whoever asked for the job. */
@Schema(name = "InvoiceMove")
public record InvoiceMove(
        @NotNull @Schema(description = "Who is registered") UUID customerId,

        @NotBlank @Size(max = 1000) @Pattern(regexp = Text.LINES) @Schema(description = "Stays in the history")
        String reason) {}
