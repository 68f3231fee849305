package dev.fieldservice.ticket.plans;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.offers.Offers;
import dev.fieldservice.ticket.plans.PlanLifecycle.State;
import dev.fieldservice.ticket.tickets.Priority;
import dev.fieldservice.ticket.tickets.ServiceType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MaintenancePlan")
public record PlanView(
        UUID id,
        String number,
        State state,

        @Offers("/v1/maintenance-plans/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        @Schema(nullable = true, description = "Why it is paused or has ended")
        String reason,

        UUID customerId,
        UUID contactId,
        UUID locationId,
        @Schema(nullable = true) UUID assetId,
        @Schema(nullable = true) UUID contractId,
        ServiceType serviceType,
        Priority priority,
        String summary,
        @Schema(nullable = true) String instructions,
        List<String> requiredSkills,
        PlanSchedule schedule,
        int leadDays) {

    static PlanView of(MaintenancePlan p) {
        return new PlanView(
                p.id(),
                p.number,
                p.state,
                p.allowedCommands(),
                p.reason,
                p.customerId,
                p.contactId,
                p.locationId,
                p.assetId,
                p.contractId,
                p.work.serviceType(),
                p.work.priority(),
                p.work.summary(),
                p.work.instructions(),
                p.work.requiredSkills(),
                p.schedule,
                p.leadDays);
    }
}
