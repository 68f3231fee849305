package dev.fieldservice.ticket.contracts;

import dev.fieldservice.contracts.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the back office enters about a contract. */
public record ContractDetails(
        @NotNull UUID customerId,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Mentenanță frig comercial")
        String name,

        @Size(min = 1, max = 100)
        @Pattern(regexp = Text.LINE)
        @Schema(nullable = true, description = "Its number on paper", examples = "CTR-118/2026")
        String reference,

        @Size(min = 1, max = 200) @Schema(nullable = true, description = "For these sites only; for all if absent")
        List<@NotNull UUID> locationIds,

        @Size(min = 1, max = 200) @Schema(nullable = true, description = "For these machines only; for all if absent")
        List<@NotNull UUID> assetIds,

        @NotNull @Schema(description = "The first day", examples = "2026-01-01")
        LocalDate validFrom,

        @Schema(nullable = true, description = "The last day; open-ended if absent", examples = "2026-12-31")
        LocalDate validThrough,

        @Min(1)
        @Max(120)
        @Schema(nullable = true, description = "Renewed by so many months at its end, unless notice was given")
        Integer renewMonths,

        @Min(0) @Max(3660) @Schema(nullable = true, description = "Notice has to be given so many days before its end")
        Integer noticeDays,

        @NotNull @Valid ContractTerms terms) {

    public ContractDetails {
        locationIds =
                locationIds == null ? null : locationIds.stream().distinct().toList();
        assetIds = assetIds == null ? null : assetIds.stream().distinct().toList();
    }
}
