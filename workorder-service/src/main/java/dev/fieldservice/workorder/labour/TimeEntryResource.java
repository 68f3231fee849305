package dev.fieldservice.workorder.labour;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.errands.WorkOrderErrand;
import dev.fieldservice.workorder.visits.TimesConfig;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrder;
import dev.fieldservice.workorder.workorders.WorkOrderCommands;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/work-orders/{id}/time-entries")
@Tag(name = "Labour", description = "Working and travelling time")
@RolesAllowed(Role.TECHNICIAN)
public class TimeEntryResource {

    private final WorkOrderCommands commands;
    private final TimesConfig times;
    private final Errands errands;

    public TimeEntryResource(WorkOrderCommands commands, TimesConfig times, Errands errands) {
        this.commands = commands;
        this.times = times;
        this.errands = errands;
    }

    @POST
    @Operation(
            operationId = "recordTime",
            summary = "Record working or travelling time",
            description =
                    "Within a visit, give or take what people forget to tap: an hour for labour, four for travel. A"
                            + " person's hour is recorded once, on whatever work order.")
    public Uni<RestResponse<RecordedTime>> record(@RestPath UUID id, @Valid @NotNull NewTimeEntry request) {
        return commands.record(
                Visibility.TOOK_PART,
                id,
                request,
                (tx, order) -> TimeEntries.record(tx, order, request, times),
                RecordedTime.class,
                RecordedTime::of);
    }

    @POST
    @Path("/{entryId}/reverse")
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR})
    @Operation(
            operationId = "reverseTime",
            summary = "Take a time entry back",
            description =
                    "It stays to be seen and counts no more; the hour can be recorded anew. A signature given before"
                            + " no longer fits. Of a closed job a supervisor does it who had no part in the work; finance is"
                            + " told.")
    public Uni<RestResponse<RecordedTime>> reverse(
            @RestPath UUID id, @RestPath UUID entryId, @Valid @NotNull Reason why) {
        return commands.record(
                Visibility.TOOK_PART_OR_OFFICE,
                id,
                why,
                (tx, order) -> reverse(tx, order, entryId, why.reason()),
                RecordedTime.class,
                RecordedTime::of);
    }

    /** Of parts finance hears by themselves, of time in the report of the closed job only. */
    private Uni<TimeEntry> reverse(Tx tx, WorkOrder order, UUID entryId, String why) {
        return TimeEntries.reverse(tx, order, entryId, why)
                .call(() -> order.isOpen()
                        ? Uni.createFrom().voidItem()
                        : errands.later(
                                tx,
                                WorkOrderErrand.REPORT_ANEW,
                                order.subject(),
                                new WorkOrderErrand.Closed(order.id()),
                                tx.by().at()));
    }
}
