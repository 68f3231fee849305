package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.billables.BillingCaseLifecycle.State;
import dev.fieldservice.billing.owners.OwnerAssignment;
import dev.fieldservice.billing.returns.SendJobBack;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/billing-cases")
@Tag(name = "Billing cases", description = "Jobs on their way to an invoice, and what they wait for")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class BillingCaseResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final BillingCases cases;

    public BillingCaseResource(HttpCommands commands, Queries queries, BillingCases cases) {
        this.commands = commands;
        this.queries = queries;
        this.cases = cases;
    }

    @GET
    @Operation(operationId = "listBillingCases", summary = "Jobs on their way to an invoice, and what they wait for")
    public Uni<Page<BillingCaseSummary>> list(
            @RestQuery State state,
            @RestQuery Boolean unexpected,
            @RestQuery UUID ticketId,
            @RestQuery @Parameter(description = "Whether it is with those who did the job, to be put right")
                    Boolean sentBack,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("state", state)
                .and("unexpected", unexpected)
                .and("ticketId", ticketId)
                .condition("(case when sentBack is null then false else true end) = :%s", sentBack);
        return queries.page(BillingCase.class, filters, page).map(found -> found.map(BillingCaseSummary::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getBillingCase", summary = "One job on its way to an invoice, with its usages")
    public Uni<RestResponse<BillingCaseView>> get(@RestPath UUID id) {
        return queries.one(
                "billing case",
                session -> cases.find(session, id),
                BillingCases.CaseWithItems::billing,
                BillingCaseView::of);
    }

    @POST
    @Path("/{id}/settle")
    @Operation(
            operationId = "settleBillingCase",
            summary = "Decide about a closed job that waits for a person",
            description =
                    "For a job that is closed and waits for something that will not come, or was called off before it was done. Bills what was reported, or nothing. Usages that the report does not list are written off; the differences stay to be seen. A job of which nothing was to be billed is billed after all, as long as no draft of it was voided: that is reinstated.")
    public Uni<RestResponse<BillingCaseSummary>> settle(@RestPath UUID id, @Valid @NotNull Settlement settlement) {
        return commands.change(
                settlement, tx -> cases.settle(tx, id, settlement), BillingCaseSummary.class, BillingCaseSummary::of);
    }

    @POST
    @Path("/{id}/acknowledge")
    @Operation(
            operationId = "acknowledgeBillingCase",
            summary = "What came after the decision was seen",
            description =
                    "For a case that is unexpected: nothing more of it is billed, the differences stay to be seen, and it is not listed"
                            + " as unexpected any more, until something else comes.")
    public Uni<RestResponse<BillingCaseSummary>> acknowledge(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason,
                tx -> cases.acknowledge(tx, id, reason.reason()),
                BillingCaseSummary.class,
                BillingCaseSummary::of);
    }

    @POST
    @Path("/{id}/assign-owner")
    @Operation(
            operationId = "assignBillingCaseOwner",
            summary = "Somebody sees to a job that is not billed yet",
            description = "Shown with it, and in the backlog; it gives no rights.")
    public Uni<RestResponse<BillingCaseSummary>> assignOwner(
            @RestPath UUID id, @Valid @NotNull OwnerAssignment assignment) {
        return commands.change(
                assignment,
                tx -> cases.assignOwner(tx, id, assignment.owner()),
                BillingCaseSummary.class,
                BillingCaseSummary::of);
    }

    @POST
    @Path("/{id}/send-back")
    @Operation(
            operationId = "sendJobBack",
            summary = "Have a closed job put right by those who did it",
            description =
                    "It is open again for its reviewer, who sees the reason. Until it is closed again its drafts are not issued"
                            + " (409 `job-sent-back`) and a case that waits is not billed; then they follow the new report. What"
                            + " is issued stays, and the difference is billed.")
    public Uni<RestResponse<BillingCaseSummary>> sendBack(@RestPath UUID id, @Valid @NotNull SendJobBack what) {
        return commands.change(
                what, tx -> cases.sendBack(tx, id, what), BillingCaseSummary.class, BillingCaseSummary::of);
    }

    @POST
    @Path("/{id}/withdraw-send-back")
    @Operation(
            operationId = "withdrawSendJobBack",
            summary = "Bill a job as it is after all, that was sent back",
            description =
                    "It is closed as it was, unless somebody has begun to put it right: then that goes on. Either way it is here"
                            + " again when it is closed, in a moment or later.")
    public Uni<RestResponse<BillingCaseSummary>> withdrawSendBack(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason,
                tx -> cases.withdrawSendBack(tx, id, reason.reason()),
                BillingCaseSummary.class,
                BillingCaseSummary::of);
    }
}
