package dev.fieldservice.ticket.contracts;

import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Terms that hold from a day on, in place of those before. */
public record NewTerms(
        @NotNull @Schema(description = "Requests from this day on; today or later", examples = "2027-01-01")
        LocalDate validFrom,

        @NotNull @Valid ContractTerms terms,

        @NotBlank @Size(max = 1000) @Pattern(regexp = Text.LINES) @Schema(description = "Stays in the history")
        String reason) {}
