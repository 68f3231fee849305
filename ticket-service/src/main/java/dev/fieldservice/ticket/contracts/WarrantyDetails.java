package dev.fieldservice.ticket.contracts;

import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the back office enters about the warranty of a machine. */
public record WarrantyDetails(
        @NotNull UUID assetId,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Garanție producător 24 luni")
        String name,

        @NotNull @Schema(description = "The first day", examples = "2026-01-01")
        LocalDate validFrom,

        @NotNull @Schema(description = "The last day", examples = "2027-12-31")
        LocalDate validThrough,

        @NotNull @Size(min = 1, max = 20) @Schema(description = "Of several that fit, the one that covers most counts")
        List<@NotNull @Valid Clause> covered) {}
