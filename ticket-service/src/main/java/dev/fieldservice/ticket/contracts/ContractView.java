package dev.fieldservice.ticket.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.offers.Offers;
import dev.fieldservice.ticket.contracts.ContractLifecycle.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Contract")
public record ContractView(
        UUID id,
        String number,
        State state,

        @Offers("/v1/contracts/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        UUID customerId,
        String name,
        @Schema(nullable = true) String reference,

        @Schema(nullable = true, description = "Absent where it is for all sites")
        List<UUID> locationIds,

        @Schema(nullable = true, description = "Absent where it is for all machines")
        List<UUID> assetIds,

        LocalDate validFrom,
        @Schema(nullable = true) LocalDate validThrough,
        @Schema(nullable = true) Integer renewMonths,
        @Schema(nullable = true) Integer noticeDays,

        @Schema(nullable = true, description = "When notice was given: it is not renewed")
        Instant noticeAt,

        @Schema(description = "The newest terms") ContractTerms terms,

        @Schema(description = "All terms, oldest first", maxItems = 1000)
        List<TermsVersion> versions) {

    static ContractView of(Contract c) {
        return new ContractView(
                c.id(),
                c.number,
                c.state,
                c.allowedCommands(),
                c.customerId,
                c.name,
                c.reference,
                c.scope.locationIds(),
                c.scope.assetIds(),
                c.validFrom,
                c.validThrough,
                c.renewMonths,
                c.noticeDays,
                c.noticeAt,
                c.versions.newest().terms(),
                c.versions.items());
    }
}
