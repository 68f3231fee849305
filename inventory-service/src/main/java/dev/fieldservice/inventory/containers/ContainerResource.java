package dev.fieldservice.inventory.containers;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/containers")
@Tag(name = "Containers", description = "Returnable containers of what is counted by weight, and what is in each")
@RolesAllowed({Role.STOREKEEPER, Role.ADMIN})
public class ContainerResource {

    private final HttpCommands commands;
    private final ContainerCommands containers;

    public ContainerResource(HttpCommands commands, ContainerCommands containers) {
        this.commands = commands;
        this.containers = containers;
    }

    @POST
    @Operation(
            operationId = "registerContainer",
            summary = "Register a container with nothing in it",
            description =
                    "What comes in it is received (POST /v1/stock-receipts, containers); what is in stock already is filled in.")
    public Uni<RestResponse<ContainerView>> register(@Valid @NotNull NewContainer wanted) {
        return commands.create(wanted, tx -> containers.register(tx, wanted), ContainerView.class, ContainerView::of);
    }

    @POST
    @Path("/{id}/move")
    @Operation(
            operationId = "moveContainer",
            summary = "Bring it elsewhere with what is in it",
            description =
                    "The ledger has an entry at the one place and its counter-entry at the other, at the same cost.")
    public Uni<RestResponse<ContainerView>> move(@RestPath UUID id, @Valid @NotNull MovedContainer wanted) {
        return change(wanted, tx -> containers.move(tx, id, wanted));
    }

    @POST
    @Path("/{id}/fill")
    @RolesAllowed({Role.STOREKEEPER, Role.TECHNICIAN, Role.ADMIN})
    @Operation(
            operationId = "fillContainer",
            summary = "Fill something in: of what stands there, or what was recovered out of a customer's machine",
            description = "Technicians fill what is in their own vehicle.")
    public Uni<RestResponse<ContainerView>> fill(@RestPath UUID id, @Valid @NotNull FilledContainer filled) {
        return change(filled, tx -> containers.fill(tx, id, filled));
    }

    @POST
    @Path("/{id}/weigh")
    @RolesAllowed({Role.STOREKEEPER, Role.TECHNICIAN, Role.ADMIN})
    @Operation(
            operationId = "weighContainer",
            summary = "Say what the scales say",
            description =
                    "What it is found to hold is what is in it. Where that differs, the ledger is adjusted, and a discrepancy"
                            + " opened. What was used before and is told afterwards changes nothing any more. Technicians"
                            + " weigh what is in their own vehicle.")
    public Uni<RestResponse<ContainerView>> weigh(@RestPath UUID id, @Valid @NotNull WeighedContainer weighed) {
        return change(weighed, tx -> containers.weigh(tx, id, weighed));
    }

    @POST
    @Path("/{id}/return")
    @Operation(operationId = "returnContainer", summary = "The supplier has it back, with nothing in it")
    public Uni<RestResponse<ContainerView>> giveBack(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(why, tx -> containers.giveBack(tx, id, why.reason()));
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(
            operationId = "withdrawContainer",
            summary = "It was scrapped, is lost, or was registered by mistake",
            description = "With nothing in it. Another may have its number afterwards.")
    public Uni<RestResponse<ContainerView>> withdraw(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(why, tx -> containers.withdraw(tx, id, why.reason()));
    }

    private Uni<RestResponse<ContainerView>> change(Object body, Function<Tx, Uni<Container>> work) {
        return commands.change(body, work, ContainerView.class, ContainerView::of);
    }
}
