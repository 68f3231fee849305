package dev.fieldservice.inventory.transfers;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.inventory.locations.Visibility;
import dev.fieldservice.inventory.transfers.TransferLifecycle.State;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.security.Caller;
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
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/stock-transfers")
@Tag(name = "Transfers", description = "Goods on their way from one place of ours to another, such as into a van")
@RolesAllowed({Role.STOREKEEPER, Role.ADMIN})
public class TransferResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final CurrentRequest request;
    private final Transfers transfers;

    public TransferResource(HttpCommands commands, Queries queries, CurrentRequest request, Transfers transfers) {
        this.commands = commands;
        this.queries = queries;
        this.request = request;
        this.transfers = transfers;
    }

    @POST
    @BodyLimit("96K")
    @RolesAllowed({Role.STOREKEEPER, Role.TECHNICIAN, Role.ADMIN})
    @Operation(
            operationId = "draftStockTransfer",
            summary = "Draft a transfer",
            description =
                    "Nothing is booked before it is picked. Unused parts come back from a van the same way."
                            + " Technicians draft what goes into their own vehicle, and what goes back out of it into a warehouse.")
    public Uni<RestResponse<TransferView>> draft(@Valid @NotNull NewTransfer wanted) {
        return commands.create(wanted, tx -> transfers.draft(tx, wanted), TransferView.class, TransferView::of);
    }

    @GET
    @RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.DISPATCHER, Role.SUPERVISOR, Role.TECHNICIAN, Role.ADMIN})
    @Operation(
            operationId = "listStockTransfers",
            summary = "Transfers, oldest first",
            description = "Technicians see those of their own vehicle.")
    public Uni<Page<TransferView.Summary>> list(
            @RestQuery State state,
            @RestQuery UUID fromLocationId,
            @RestQuery UUID toLocationId,
            @RestQuery UUID partId,
            @RestQuery
                    @Size(min = 1, max = 100)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(
                            description =
                                    "With the part of this number, barcode (GTIN), or serial number of a piece; blanks and case do not matter",
                            example = "5941234567899")
                    String code,
            @RestQuery
                    @Parameter(
                            description = "Only those that were proposed in the evening, or only those that were not")
                    Boolean proposed,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.of("state", state)
                .and("fromLocationId", fromLocationId)
                .and("toLocationId", toLocationId)
                .sql("id in (select l.transfer_id from stock_transfer_line l where l.part_id = ?)", partId)
                .sql(
                        "id in (select l.transfer_id from stock_transfer_line l where l.part_id in (select parts_by_code(?)))",
                        code)
                .sql("(proposed_on is not null) = ?", proposed)
                .condition(
                        "(fromLocationId in (select a.id from StockLocation a where a.technicianId = :%1$s)"
                                + " or toLocationId in (select b.id from StockLocation b where b.technicianId = :%1$s))",
                        Visibility.of(request.caller()).driver().orElse(null));
        return queries.page(StockTransfer.class, filters, page).map(found -> found.map(TransferView.Summary::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.STOREKEEPER, Role.BUYER, Role.DISPATCHER, Role.SUPERVISOR, Role.TECHNICIAN, Role.ADMIN})
    @Operation(operationId = "getStockTransfer", summary = "One transfer with its lines")
    public Uni<RestResponse<TransferView>> get(@RestPath UUID id) {
        Caller caller = request.caller();
        return queries.one("stock transfer", session -> Transfers.find(session, caller, id), TransferView::of);
    }

    @POST
    @Path("/{id}/request")
    @RolesAllowed({Role.STOREKEEPER, Role.TECHNICIAN, Role.ADMIN})
    @Operation(
            operationId = "requestStockTransfer",
            summary = "Have it picked",
            description =
                    "Accepts what was proposed in the evening. Technicians request what goes into their own vehicle or"
                            + " out of it.")
    public Uni<RestResponse<TransferView>> request(@RestPath UUID id) {
        return change(null, tx -> transfers.request(tx, id));
    }

    @POST
    @Path("/{id}/pick")
    @BodyLimit("960K")
    @Operation(
            operationId = "pickStockTransfer",
            summary = "It is off the shelf",
            description =
                    "The ledger has it in transit from now on. 409 `not-in-stock` where so much is not there, `reserved`"
                            + " where it is reserved for visits that do not start from where the goods go.")
    public Uni<RestResponse<TransferView>> pick(@RestPath UUID id, @Valid @NotNull Handled picked) {
        return change(picked, tx -> transfers.pick(tx, id, picked));
    }

    @POST
    @Path("/{id}/send")
    @Operation(operationId = "sendStockTransfer", summary = "It is on its way")
    public Uni<RestResponse<TransferView>> send(@RestPath UUID id) {
        return change(null, tx -> transfers.send(tx, id));
    }

    @POST
    @Path("/{id}/receive-part")
    @BodyLimit("960K")
    @RolesAllowed({Role.STOREKEEPER, Role.TECHNICIAN, Role.ADMIN})
    @Operation(
            operationId = "receivePartOfStockTransfer",
            summary = "Some of it has arrived, and more is expected",
            description = "Technicians receive what goes to their own vehicle.")
    public Uni<RestResponse<TransferView>> receivePart(@RestPath UUID id, @Valid @NotNull Handled received) {
        return change(received, tx -> transfers.receivePart(tx, id, received));
    }

    @POST
    @Path("/{id}/receive")
    @BodyLimit("960K")
    @RolesAllowed({Role.STOREKEEPER, Role.TECHNICIAN, Role.ADMIN})
    @Operation(
            operationId = "receiveStockTransfer",
            summary = "It has arrived",
            description =
                    "What has left and has not arrived by now is missing; it opens a discrepancy, and so does what is too"
                            + " much. Where nothing has arrived, `lines` is empty and `reason` says why. Technicians receive"
                            + " what goes to their own vehicle.")
    public Uni<RestResponse<TransferView>> receive(@RestPath UUID id, @Valid @NotNull Arrived received) {
        return change(received, tx -> transfers.receive(tx, id, received));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({Role.STOREKEEPER, Role.TECHNICIAN, Role.ADMIN})
    @Operation(
            operationId = "cancelStockTransfer",
            summary = "Call it off before it leaves",
            description =
                    "What was picked goes back onto its shelf. Technicians call off what was to go into their own vehicle"
                            + " or out of it, until it is picked.")
    public Uni<RestResponse<TransferView>> cancel(@RestPath UUID id, @Valid @NotNull Reason why) {
        return change(why, tx -> transfers.cancel(tx, id, why.reason()));
    }

    private Uni<RestResponse<TransferView>> change(Object body, Function<Tx, Uni<StockTransfer>> work) {
        return commands.change(body, work, TransferView.class, TransferView::of);
    }
}
