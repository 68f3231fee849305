package dev.fieldservice.ticket.contracts;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.contracts.ContractLifecycle.State;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/contracts")
@Tag(name = "Contracts", description = "What was agreed with customers, and what is warranted of machines")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.ADMIN})
public class ContractResource {

    /** Fifty clauses, four hundred sites and machines. */
    private static final String LONGEST = "512K";

    private final HttpCommands commands;
    private final Queries queries;
    private final Contracts contracts;

    public ContractResource(HttpCommands commands, Queries queries, Contracts contracts) {
        this.commands = commands;
        this.queries = queries;
        this.contracts = contracts;
    }

    @POST
    @BodyLimit(LONGEST)
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(
            operationId = "draftContract",
            summary = "Write down a contract",
            description = "It covers nothing before it is activated.")
    public Uni<RestResponse<ContractView>> draft(@Valid @NotNull ContractDetails details) {
        return commands.create(details, tx -> contracts.draft(tx, details), ContractView.class, ContractView::of);
    }

    @GET
    @Operation(operationId = "listContracts", summary = "Contracts, of a customer, by state")
    public Uni<Page<ContractView>> list(
            @RestQuery UUID customerId,
            @RestQuery @Size(max = 20) @Parameter(description = "Any of these; repeat it for several")
                    List<State> state,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("customerId", customerId).anyOf("state", state);
        return queries.page(Contract.class, filters, page).map(found -> found.map(ContractView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getContract", summary = "One contract with all its terms")
    public Uni<RestResponse<ContractView>> get(@RestPath UUID id) {
        return queries.one(Contract.class, id, ContractView::of);
    }

    @PUT
    @Path("/{id}")
    @BodyLimit(LONGEST)
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(
            operationId = "correctContract",
            summary = "Replace what a draft says",
            description = "What is agreed is changed by new terms that hold from a day on.")
    public Uni<RestResponse<ContractView>> correct(@RestPath UUID id, @Valid @NotNull ContractDetails details) {
        return commands.replace(
                tx -> contracts.loadToCorrect(tx, id, details),
                (contract, by) -> contract.correct(details, by),
                ContractView::of);
    }

    @POST
    @Path("/{id}/activate")
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(
            operationId = "activateContract",
            summary = "It is agreed",
            description = "Requests that are recorded from now on, and in its days, are under it.")
    public Uni<RestResponse<ContractView>> activate(@RestPath UUID id) {
        return change(null, tx -> contracts.activate(tx, id));
    }

    @POST
    @Path("/{id}/change-terms")
    @BodyLimit(LONGEST)
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(
            operationId = "changeContractTerms",
            summary = "Agree on other terms from a day on",
            description = "Requests that are recorded keep the terms that they came under.")
    public Uni<RestResponse<ContractView>> changeTerms(@RestPath UUID id, @Valid @NotNull NewTerms next) {
        return change(next, tx -> contracts.changeTerms(tx, id, next));
    }

    @POST
    @Path("/{id}/give-notice")
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(
            operationId = "giveContractNotice",
            summary = "It is not renewed",
            description = "By one of the parties, in time; it ends with its last day.")
    public Uni<RestResponse<ContractView>> giveNotice(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(why, tx -> contracts.giveNotice(tx, id, why.reason()));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(
            operationId = "cancelContract",
            summary = "Give a contract up, before it was agreed or before its last day",
            description = "Requests that are recorded stay under it.")
    public Uni<RestResponse<ContractView>> cancel(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(
                why, tx -> tx.load(Contract.class, id).invoke(contract -> contract.cancel(why.reason(), tx.by())));
    }

    @GET
    @Path("/{id}/allowance-entries")
    @Operation(
            operationId = "listAllowanceEntries",
            summary = "The ledger of what a contract includes",
            description =
                    "A request takes provisionally as soon as it is recorded; what its work used is debited in place of that.")
    public Uni<Page<AllowanceEntryView>> entries(
            @RestPath UUID id, @RestQuery UUID ticketId, @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("contractId", id).and("ticketId", ticketId);
        return queries.one(Contract.class, id, Contract::id)
                .chain(() -> queries.page(AllowanceEntry.class, filters, page))
                .map(found -> found.map(AllowanceEntryView::of));
    }

    private Uni<RestResponse<ContractView>> change(Object body, Function<Tx, Uni<Contract>> work) {
        return commands.change(body, work, ContractView.class, ContractView::of);
    }
}
