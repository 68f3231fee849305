package dev.fieldservice.workorder.labour;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.workorder.visits.TimesConfig;
import dev.fieldservice.workorder.visits.Visits;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrderCommands;
import dev.fieldservice.workorder.workorders.WorkOrderReads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/work-orders/{id}/time-proposals")
@Tag(name = "Labour", description = "Working and travelling time")
public class TimeProposalResource {

    private final WorkOrderCommands commands;
    private final WorkOrderReads reads;
    private final TimesConfig times;

    public TimeProposalResource(WorkOrderCommands commands, WorkOrderReads reads, TimesConfig times) {
        this.commands = commands;
        this.reads = reads;
        this.times = times;
    }

    @GET
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "listTimeProposals",
            summary = "How each of the crew spent their time, as the steps of the visits tell",
            description =
                    "Travel, labour, breaks and waiting, but for what is recorded already on whatever work order, what"
                            + " goes on yet, what took less than a minute, and pauses of more than twelve hours.")
    public Uni<RestResponse<TimeProposalList>> list(@RestPath UUID id) {
        return reads.composed(
                id,
                (session, order) -> Visits.all(session, order.id())
                        .chain(visits -> TimeProposals.of(session, visits))
                        .map(TimeProposalList::of));
    }

    @POST
    @Path("/accept")
    @RolesAllowed(Role.TECHNICIAN)
    @Operation(
            operationId = "acceptTimeProposals",
            summary = "Record proposals as they are, or corrected with a reason",
            description = "All or none. The bounds are those of time that is recorded by hand.")
    public Uni<RestResponse<RecordedTimes>> accept(@RestPath UUID id, @Valid @NotNull AcceptedTimes request) {
        return commands.recordAll(
                Visibility.TOOK_PART,
                id,
                request,
                (tx, order) -> new Accepting(tx, order, times).accept(request),
                RecordedTimes.class,
                RecordedTimes::of);
    }
}
