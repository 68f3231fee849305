package dev.fieldservice.workorder.workorders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.LocationRef;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that the dispatcher said about the job; kept as it was received. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JobCard", description = "All that the dispatcher said about the job")
public record JobCard(
        @Schema(enumeration = {"REPAIR", "MAINTENANCE", "INSTALLATION", "INSPECTION"})
        String serviceType,

        @Schema(enumeration = {"LOW", "NORMAL", "HIGH", "URGENT"})
        String priority,

        String summary,
        @Schema(nullable = true) String instructions,
        CustomerRef customer,
        @Schema(description = "The person to meet") ContactRef contact,
        LocationRef location,
        @Schema(nullable = true) AssetRef asset,

        @Schema(description = "The trouble should be over by then")
        Instant resolveBy) {

    /** Where one of the two names no machine, it may be any of its site. */
    public boolean isAboutTheMachineOf(JobCard other) {
        return asset == null || other.asset == null
                ? location.id().equals(other.location.id())
                : asset.id().equals(other.asset.id());
    }
}
