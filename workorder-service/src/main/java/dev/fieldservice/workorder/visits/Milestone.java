package dev.fieldservice.workorder.visits;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.platform.aggregates.By;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step of a visit that is worth knowing the time and place of. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "VisitMilestone")
public record Milestone(
        UUID technicianId,
        @Schema(description = "By the device's clock") Instant occurredAt,
        @Schema(description = "By the server's clock") Instant recordedAt,
        @Schema(nullable = true) Position position) {

    /**
     * With what of the device's position can be used.
     *
     * @param fix null if the device has none
     * @param site null if nobody knows where it lies
     */
    public static Milestone of(GpsFix fix, GeoPoint site, Instant occurredAt, By by) {
        return new Milestone(by.id(), occurredAt, by.at(), Position.of(fix, site));
    }

    /** Nowhere in particular. */
    public static Milestone at(Instant occurredAt, By by) {
        return new Milestone(by.id(), occurredAt, by.at(), null);
    }
}
