package dev.fieldservice.billing.pricing;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the accountant enters about an hourly rate. */
public record LabourRateDetails(
        @NotNull WorkKind kind,
        @NotNull UnitPrice hourlyRate,

        @NotNull @Schema(description = "First day of work that costs this", examples = "2026-03-01")
        LocalDate validFrom) {}
