package dev.fieldservice.dispatch.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.dispatch.worktypes.ServiceType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A service order as it stands in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceOrderSummary(
        UUID id,
        String number,
        OrderLifecycle.State state,
        @Schema(nullable = true) HoldReason holdReason,
        @Schema(nullable = true) String reason,
        boolean followUpRequired,
        @Schema(nullable = true) PartsReadiness parts,
        UUID ticketId,
        ServiceType serviceType,
        Priority priority,
        String summary,
        List<String> requiredSkills,
        String customerName,
        String siteName,
        Address address,

        @Schema(nullable = true, description = "Absent where nobody knows it yet")
        GeoPoint position,

        @Schema(nullable = true, description = "From the point given as near, as the crow flies")
        Long distanceMetres,

        Links links,
        Instant respondBy,
        Instant resolveBy,
        Instant createdAt) {

    /** @param distance in metres, null if no point was given */
    static ServiceOrderSummary of(ServiceOrder o, Double distance) {
        JobCard card = o.jobCard;
        return new ServiceOrderSummary(
                o.id(),
                o.number,
                o.state,
                o.holdReason,
                o.reason,
                o.followUpRequired,
                o.parts,
                o.ticketId,
                o.serviceType,
                o.priority,
                card.summary(),
                o.skills(),
                card.customer().name(),
                card.location().name(),
                card.location().address(),
                card.location().position(),
                distance == null ? null : Math.round(distance),
                Links.to(card.location()),
                o.respondBy,
                o.resolveBy,
                o.createdAt);
    }
}
