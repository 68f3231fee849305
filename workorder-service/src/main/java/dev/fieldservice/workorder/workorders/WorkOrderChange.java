package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.offers.Offers;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.workorder.visits.VisitLifecycle;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a command is answered with, however much there is on the job: where the work order stands now. */
@Schema(name = "WorkOrderChange", description = "Where a work order stands after a command; read it for all of it")
public record WorkOrderChange(
        UUID id,
        String number,
        WorkOrderLifecycle.State state,
        @Schema(description = "Of the current visit") VisitLifecycle.State visitState,

        @Schema(description = "The entity tag of the work order, for If-Match")
        long version,

        @Offers("/v1/work-orders/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        Instant changedAt) {

    /** @param caller who is answered */
    public static WorkOrderChange of(WorkOrder o, Caller caller) {
        return new WorkOrderChange(
                o.id(), o.number, o.state, o.visitState, o.version(), o.offer().to(caller), o.changedAt);
    }
}
