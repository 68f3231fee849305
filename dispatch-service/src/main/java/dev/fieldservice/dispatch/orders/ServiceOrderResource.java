package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.dispatch.orders.ServiceOrderChange.Changed;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Period;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/service-orders")
@Tag(name = "Service orders", description = "Work to be planned: the open pool, assignments, holds")
@RolesAllowed({Role.DISPATCHER, Role.ADMIN})
public class ServiceOrderResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final CurrentRequest request;
    private final ServiceOrders orders;
    private final OrderSearch search;
    private final Planning planning;

    public ServiceOrderResource(
            HttpCommands commands,
            Queries queries,
            CurrentRequest request,
            ServiceOrders orders,
            OrderSearch search,
            Planning planning) {
        this.commands = commands;
        this.queries = queries;
        this.request = request;
        this.orders = orders;
        this.search = search;
        this.planning = planning;
    }

    @GET
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.TECHNICIAN, Role.ADMIN})
    @Operation(
            operationId = "listServiceOrders",
            summary = "Search service orders",
            description =
                    "Technicians find the open pool (UNSCHEDULED) and the orders given to them. from and to are about"
                            + " when they were made.")
    public Uni<Page<ServiceOrderSummary>> list(
            @Valid @BeanParam OrderFilter filter, @Valid @BeanParam Period made, @Valid @BeanParam PageRequest page) {
        return search.find(filter, made, request.caller(), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.TECHNICIAN, Role.ADMIN})
    @Operation(operationId = "getServiceOrder", summary = "One service order with its appointments")
    public Uni<RestResponse<ServiceOrderView>> get(@RestPath UUID id) {
        Caller caller = request.caller();
        return queries.one(
                "service order",
                session -> orders.find(session, id, caller),
                ServiceOrderView.Whole::order,
                ServiceOrderView::of);
    }

    @POST
    @Path("/{id}/assign")
    @Operation(
            operationId = "assignServiceOrder",
            summary = "Plan a visit, or change the one that is planned, or who is at the one that goes on",
            description = "Technicians who are no longer named lose the job: one order-assigned with a higher"
                    + " assignmentVersion and the new list replaces the one before. 409 technician-busy where"
                    + " somebody has another appointment in the window; 422 skills-missing where nobody who goes has a"
                    + " required skill and no skillOverrideReason is given. Of a visit that is under way only who goes"
                    + " is changed: 422 window-is-fixed unless the window is its own; 409 has-set-out where somebody is"
                    + " left out who has set out.")
    public Uni<RestResponse<ServiceOrderChange>> assign(@RestPath UUID id, @Valid @NotNull Assignment assignment) {
        return change(assignment, tx -> planning.assign(tx, id, assignment));
    }

    @POST
    @Path("/{id}/claim")
    @RolesAllowed(Role.TECHNICIAN)
    @Operation(
            operationId = "claimServiceOrder",
            summary = "Take an order from the open pool",
            description = "Of two who claim at once one wins; the other is answered 409 already-claimed, or 404 if"
                    + " they no longer see the order. 422 skills-missing for whoever lacks a required skill: a dispatcher"
                    + " can assign the order all the same.")
    public Uni<RestResponse<ServiceOrderChange>> claim(@RestPath UUID id, @Valid Claim claim) {
        return change(claim, tx -> planning.claim(tx, id, claim));
    }

    @POST
    @Path("/{id}/plan-visit")
    @Operation(
            operationId = "planServiceOrderVisit",
            summary = "Plan one more visit, to follow the next or the current one",
            description =
                    "It holds the time of those who are to go, and stands in their calendar as SCHEDULED. When the"
                            + " visit before it ends and the job is not done, it is DISPATCHED; when the job is done, or returns"
                            + " to the pool, it is cancelled. 422 visits-overlap where it does not follow.")
    public Uni<RestResponse<ServiceOrderChange>> planVisit(@RestPath UUID id, @Valid @NotNull Assignment assignment) {
        return change(assignment, tx -> planning.planVisit(tx, id, assignment));
    }

    @POST
    @Path("/{id}/cancel-visit")
    @Operation(operationId = "cancelServiceOrderVisit", summary = "Cancel a visit that was planned to follow")
    public Uni<RestResponse<ServiceOrderChange>> cancelVisit(
            @RestPath UUID id, @Valid @NotNull CancelledVisit cancelled) {
        return change(cancelled, id, (plan, by) -> plan.cancelVisit(cancelled.appointmentId(), cancelled.reason(), by));
    }

    @POST
    @Path("/{id}/unassign")
    @Operation(
            operationId = "unassignServiceOrder",
            summary = "Take all planned visits back; not once somebody travels")
    public Uni<RestResponse<ServiceOrderChange>> unassign(@RestPath UUID id, @Valid @NotNull Withdrawal why) {
        return change(why, id, (plan, by) -> plan.unassign(why.reason(), by));
    }

    @POST
    @Path("/{id}/hold")
    @Operation(
            operationId = "holdServiceOrder",
            summary = "Nothing can be planned until something else happens",
            description = "All planned visits are taken back.")
    public Uni<RestResponse<ServiceOrderChange>> hold(@RestPath UUID id, @Valid @NotNull Hold hold) {
        return change(hold, id, (plan, by) -> plan.hold(hold.reason(), hold.note(), by));
    }

    @POST
    @Path("/{id}/resume")
    @Operation(operationId = "resumeServiceOrder", summary = "It can be planned again")
    public Uni<RestResponse<ServiceOrderChange>> resume(@RestPath UUID id) {
        return change(null, id, Plan::resume);
    }

    @POST
    @Path("/{id}/set-work-type")
    @Operation(
            operationId = "setServiceOrderWorkType",
            summary = "Say what kind of work it is",
            description =
                    "Its time, parts and skills are proposed where the order is planned from then on, and its"
                            + " checklist is asked for on site. Without anybody saying so an order has the default of its ticket's"
                            + " service type when it is made. A job that has begun goes on with the checklist that it began with.")
    public Uni<RestResponse<ServiceOrderChange>> setWorkType(@RestPath UUID id, @Valid @NotNull WorkTypeChoice choice) {
        return change(choice, tx -> planning.setWorkType(tx, id, choice));
    }

    private Uni<RestResponse<ServiceOrderChange>> change(
            Object body, UUID id, BiFunction<Plan, By, Optional<Appointment>> command) {
        return change(body, tx -> planning.change(tx, id, command));
    }

    private Uni<RestResponse<ServiceOrderChange>> change(Object body, Function<Tx, Uni<Changed>> work) {
        return commands.change(body, work, Changed::order, ServiceOrderChange.class, ServiceOrderChange::of);
    }
}
