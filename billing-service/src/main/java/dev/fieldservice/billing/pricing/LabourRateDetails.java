package dev.fieldservice.billing.pricing;

import dev.fieldservice.contracts.UnitPrice;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the accountant enters about an hourly rate. */
public record LabourRateDetails(
        @NotNull WorkKind kind,
        @NotNull UnitPrice hourlyRate,

        @Schema(
                nullable = true,
                description = "For this customer, who is registered: goes before everybody's; for all if absent")
        UUID customerId,

        @Schema(
                nullable = true,
                description =
                        "For jobs under this contract of the ticket service: goes before the customer's. It is of one customer, so leave"
                                + " customerId out; for all if absent")
        UUID contractId,

        @Schema(
                nullable = true,
                description =
                        "For work of this type of dispatch: goes before the ordinary rate; for any work if absent")
        UUID workTypeId,

        @NotNull @Schema(description = "First day of work that costs this", examples = "2026-03-01")
        LocalDate validFrom,

        @Schema(nullable = true, description = "Last day of work that costs this; until the next if absent")
        LocalDate validThrough) {}
