package dev.fieldservice.inventory.proposals;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.inventory.proposals.PurchaseProposalLifecycle.State;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/purchase-proposals")
@Tag(name = "Purchase proposals", description = "Of what there is too little, and what to buy of whom")
@RolesAllowed({Role.BUYER, Role.ADMIN})
public class PurchaseProposalResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final PurchaseProposals proposals;

    public PurchaseProposalResource(HttpCommands commands, Queries queries, PurchaseProposals proposals) {
        this.commands = commands;
        this.queries = queries;
        this.proposals = proposals;
    }

    @POST
    @Operation(
            operationId = "proposePurchases",
            summary = "Find of what there is too little",
            description =
                    "Less than the reorder point, or than what is promised to jobs, and what planned visits lack, counting what is on order."
                            + " Each line says how it comes to its quantity. It stays as it was found.")
    public Uni<RestResponse<PurchaseProposalView>> propose(@Valid @NotNull NewPurchaseProposal wanted) {
        return commands.create(
                wanted,
                tx -> proposals.propose(tx, wanted.locationId()),
                PurchaseProposalView.class,
                PurchaseProposalView::of);
    }

    @GET
    @Operation(operationId = "listPurchaseProposals", summary = "Proposals, oldest first")
    public Uni<Page<PurchaseProposalSummary>> list(@RestQuery State state, @Valid @BeanParam PageRequest page) {
        return queries.page(PurchaseProposal.class, Filters.of("state", state), page)
                .map(found -> found.map(PurchaseProposalSummary::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPurchaseProposal", summary = "One proposal, line by line")
    public Uni<RestResponse<PurchaseProposalView>> get(@RestPath UUID id) {
        return queries.one(
                "purchase proposal", session -> session.find(PurchaseProposal.class, id), PurchaseProposalView::of);
    }

    @POST
    @Path("/{id}/accept")
    @Operation(
            operationId = "acceptPurchaseProposal",
            summary = "Draft the orders of a proposal",
            description =
                    "One for each supplier, at the prices of now, of no more than is missing by now; a part that nobody is known to sell is"
                            + " left out.")
    public Uni<RestResponse<PurchaseProposalView>> accept(@RestPath UUID id, @Valid @NotNull Acceptance acceptance) {
        return commands.change(
                acceptance,
                tx -> proposals.accept(tx, id, acceptance),
                PurchaseProposalView.class,
                PurchaseProposalView::of);
    }

    @POST
    @Path("/{id}/discard")
    @Operation(operationId = "discardPurchaseProposal", summary = "Buy nothing by a proposal")
    public Uni<RestResponse<PurchaseProposalView>> discard(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.change(
                why,
                tx -> tx.load(PurchaseProposal.class, id).invoke(found -> found.discard(why.reason(), tx.by())),
                PurchaseProposalView.class,
                PurchaseProposalView::of);
    }
}
