package dev.fieldservice.billing.invoices;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which lines go to a draft of their own. */
@Schema(name = "InvoiceSplit")
public record InvoiceSplit(
        @NotNull @Size(min = 1, max = 1000) @Schema(description = "Lines of this draft, not all of them")
        List<@NotNull UUID> lineIds,

        @NotBlank @Size(max = 1000) @Pattern(regexp = Text.LINES) @Schema(description = "Stays in the history")
        String reason) {}
