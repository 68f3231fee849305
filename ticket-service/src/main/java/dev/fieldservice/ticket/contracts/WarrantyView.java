package dev.fieldservice.ticket.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Warranty")
public record WarrantyView(
        UUID id,
        UUID assetId,
        String name,
        LocalDate validFrom,
        LocalDate validThrough,
        @Schema(maxItems = 20) List<Clause> covered,

        @Schema(nullable = true, description = "Absent for as long as it is in force")
        Instant withdrawnAt,

        @Schema(nullable = true) String withdrawnBecause) {

    static WarrantyView of(Warranty w) {
        return new WarrantyView(
                w.id(),
                w.assetId,
                w.name,
                w.validFrom,
                w.validThrough,
                w.covered.items(),
                w.withdrawnAt,
                w.withdrawnBecause);
    }
}
