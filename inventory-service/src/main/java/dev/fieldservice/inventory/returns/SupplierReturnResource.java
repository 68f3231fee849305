package dev.fieldservice.inventory.returns;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.inventory.returns.SupplierReturnLifecycle.State;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

@Path("/v1/supplier-returns")
@Tag(name = "Supplier returns", description = "What goes back to suppliers, and whether it is credited")
@RolesAllowed({Role.BUYER, Role.STOREKEEPER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.ADMIN})
public class SupplierReturnResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final SupplierReturns returns;

    public SupplierReturnResource(HttpCommands commands, Queries queries, SupplierReturns returns) {
        this.commands = commands;
        this.queries = queries;
        this.returns = returns;
    }

    @POST
    @RolesAllowed({Role.BUYER, Role.STOREKEEPER, Role.ADMIN})
    @BodyLimit("512K")
    @Operation(
            operationId = "draftSupplierReturn",
            summary = "Gather what is to go back to a supplier",
            description =
                    "Pieces that came out of machines and are to be returned, and goods of receipts. Nothing moves until it is sent.")
    public Uni<RestResponse<SupplierReturnView>> draft(@Valid @NotNull NewSupplierReturn wanted) {
        return commands.create(
                wanted, tx -> returns.draft(tx, wanted), SupplierReturnView.class, SupplierReturnView::of);
    }

    @GET
    @Operation(operationId = "listSupplierReturns", summary = "Returns to suppliers, by what is known of them")
    public Uni<Page<SupplierReturnSummary>> list(
            @RestQuery
                    @Size(max = 40)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "The whole number", example = "SR-2026-000001")
                    String number,
            @RestQuery @Size(max = 20) @Parameter(description = "Any of these; repeat it for several")
                    List<State> state,
            @RestQuery UUID supplierId,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.none()
                .sql("number = upper(?)", number)
                .anyOf("state", state)
                .and("supplierId", supplierId);
        return queries.page(SupplierReturn.class, filters, page).map(found -> found.map(SupplierReturnSummary::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSupplierReturn", summary = "One return to a supplier with its lines")
    public Uni<RestResponse<SupplierReturnView>> get(@RestPath UUID id) {
        return queries.one(
                "supplier return",
                session -> SupplierReturns.find(session, id),
                SupplierReturns.Found::goingBack,
                SupplierReturnView::of);
    }

    @POST
    @Path("/{id}/send")
    @RolesAllowed({Role.BUYER, Role.STOREKEEPER, Role.ADMIN})
    @Operation(
            operationId = "sendSupplierReturn",
            summary = "It leaves",
            description =
                    "Goods of receipts leave the ledger at what they cost when they came. 409 `not-in-stock` where so much is not"
                            + " there, `reserved` where it is reserved for visits.")
    public Uni<RestResponse<SupplierReturnView>> send(@RestPath UUID id) {
        return change(null, tx -> returns.send(tx, id));
    }

    @POST
    @Path("/{id}/credit")
    @RolesAllowed({Role.BUYER, Role.ADMIN})
    @Operation(operationId = "creditSupplierReturn", summary = "The supplier credits it")
    public Uni<RestResponse<SupplierReturnView>> credit(@RestPath UUID id, @Valid @NotNull CreditedReturn credited) {
        return change(credited, tx -> returns.credit(tx, id, credited.creditNote()));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({Role.BUYER, Role.STOREKEEPER, Role.ADMIN})
    @Operation(
            operationId = "cancelSupplierReturn",
            summary = "Call it off, or say that the supplier did not take it",
            description = "What had left comes back to where it was.")
    public Uni<RestResponse<SupplierReturnView>> cancel(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(why, tx -> returns.cancel(tx, id, why.reason()));
    }

    private Uni<RestResponse<SupplierReturnView>> change(Object body, Function<Tx, Uni<SupplierReturn>> work) {
        return commands.change(body, work, SupplierReturnView.class, SupplierReturnView::of);
    }
}
