package dev.fieldservice.inventory.purchases;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.inventory.purchases.PurchaseOrderLifecycle.State;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.UnitOfWork;
import dev.fieldservice.platform.validation.DayBounds;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/purchase-orders")
@Tag(name = "Purchase orders", description = "What is bought, and what has come of it")
@RolesAllowed({Role.BUYER, Role.STOREKEEPER, Role.SUPERVISOR, Role.ACCOUNTANT, Role.ADMIN})
public class PurchaseOrderResource {

    private static final String LATE = "is_late(state, expected_on, cast(? as timestamptz))";

    private final HttpCommands commands;
    private final Queries queries;
    private final UnitOfWork unit;
    private final PurchaseOrders orders;
    private final Deliveries deliveries;
    private final Clock clock;

    public PurchaseOrderResource(
            HttpCommands commands,
            Queries queries,
            UnitOfWork unit,
            PurchaseOrders orders,
            Deliveries deliveries,
            Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.unit = unit;
        this.orders = orders;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Role.BUYER, Role.ADMIN})
    @Operation(operationId = "draftPurchaseOrder", summary = "Draft an order of parts")
    public Uni<RestResponse<PurchaseOrderView>> draft(@Valid @NotNull NewPurchaseOrder details) {
        return commands.create(
                details, tx -> orders.draft(tx, details), PurchaseOrderView.class, PurchaseOrderView::of);
    }

    @GET
    @Operation(
            operationId = "listPurchaseOrders",
            summary = "Purchase orders, by what is known of them",
            description = "Those that are late are ORDERED or PARTIALLY_RECEIVED, and were expected before today.")
    public Uni<Page<PurchaseOrderSummary>> list(
            @RestQuery
                    @Size(max = 40)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "The whole number", example = "PO-2026-000001")
                    String number,
            @RestQuery @Size(max = 20) @Parameter(description = "Any of these; repeat it for several")
                    List<State> state,
            @RestQuery UUID supplierId,
            @RestQuery @Parameter(description = "Expected before this day", example = "2026-12-01")
                    LocalDate expectedBefore,
            @RestQuery @Parameter(description = "Only those that are late, or only those that are not") Boolean late,
            @Valid @BeanParam PageRequest page) {
        DayBounds.require("expectedBefore", expectedBefore);
        Filters filters = Filters.none()
                .sql("number = upper(?)", number)
                .anyOf("state", state)
                .and("supplierId", supplierId)
                .condition("expectedOn < :%s", expectedBefore);
        if (late != null) {
            filters = filters.sql((late ? "" : "not ") + LATE, clock.instant());
        }
        return queries.page(PurchaseOrder.class, filters, page)
                .chain(found -> unit.read(session -> Lateness.of(session, found.items(), clock.instant()))
                        .map(known -> found.map(order -> PurchaseOrderSummary.of(order, known.get(order.id())))));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPurchaseOrder", summary = "One purchase order with what came of it")
    public Uni<RestResponse<PurchaseOrderView>> get(@RestPath UUID id) {
        return queries.one(
                "purchase order",
                session -> orders.find(session, id, clock.instant()),
                PurchaseOrders.Found::order,
                PurchaseOrderView::of);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.BUYER, Role.ADMIN})
    @Operation(operationId = "changePurchaseOrder", summary = "Replace what a draft orders")
    public Uni<RestResponse<PurchaseOrderView>> change(@RestPath UUID id, @Valid @NotNull NewPurchaseOrder details) {
        return commands.replace(
                tx -> orders.forChange(tx, id, details), (order, by) -> order.change(by), PurchaseOrderView::of);
    }

    @POST
    @Path("/{id}/order")
    @RolesAllowed({Role.BUYER, Role.ADMIN})
    @Operation(
            operationId = "placePurchaseOrder",
            summary = "Order what a draft says",
            description =
                    "It goes to the supplier by mail, in words, as PDF and as CSV, where the supplier has an address.")
    public Uni<RestResponse<PurchaseOrderView>> order(@RestPath UUID id, @Valid @NotNull OrderPlacement placement) {
        return commands.change(
                placement,
                tx -> orders.order(tx, id, placement),
                PurchaseOrders.Found::order,
                PurchaseOrderView.class,
                PurchaseOrderView::of);
    }

    @POST
    @Path("/{id}/send")
    @RolesAllowed({Role.BUYER, Role.ADMIN})
    @Operation(
            operationId = "sendPurchaseOrder",
            summary = "Send an order to the supplier once more",
            description = "To where the supplier takes orders now; 409 `no-address` if that is not known.")
    public Uni<RestResponse<PurchaseOrderView>> send(@RestPath UUID id) {
        return commands.change(
                null,
                tx -> orders.send(tx, id),
                PurchaseOrders.Found::order,
                PurchaseOrderView.class,
                PurchaseOrderView::of);
    }

    @POST
    @Path("/{id}/reschedule")
    @RolesAllowed({Role.BUYER, Role.ADMIN})
    @Operation(
            operationId = "reschedulePurchaseOrder",
            summary = "The rest of an order is expected on another day",
            description = "As the supplier says: what is late, and what is told of parts that are missing, follows.")
    public Uni<RestResponse<PurchaseOrderView>> reschedule(@RestPath UUID id, @Valid @NotNull Rescheduling to) {
        return commands.change(
                to,
                tx -> orders.reschedule(tx, id, to),
                PurchaseOrders.Found::order,
                PurchaseOrderView.class,
                PurchaseOrderView::of);
    }

    @POST
    @Path("/{id}/receive")
    @RolesAllowed({Role.STOREKEEPER, Role.ADMIN})
    @BodyLimit("1M")
    @Operation(
            operationId = "receivePurchaseOrder",
            summary = "Book what came of an order",
            description =
                    "In parts, at another price, more with a reason. Each line is a stock receipt: what was wrong is taken back there, and"
                            + " the order follows. Of one delivery note a part is received once; a second time needs a reason.")
    public Uni<RestResponse<PurchaseOrderView>> receive(@RestPath UUID id, @Valid @NotNull ReceivedGoods goods) {
        return commands.change(
                goods,
                tx -> deliveries.receive(tx, id, goods),
                PurchaseOrders.Found::order,
                PurchaseOrderView.class,
                PurchaseOrderView::of);
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed({Role.BUYER, Role.ADMIN})
    @Operation(operationId = "closePurchaseOrder", summary = "The rest of an order will not come")
    public Uni<RestResponse<PurchaseOrderView>> close(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.change(
                why,
                tx -> orders.close(tx, id, why.reason()),
                PurchaseOrders.Found::order,
                PurchaseOrderView.class,
                PurchaseOrderView::of);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({Role.BUYER, Role.ADMIN})
    @Operation(operationId = "cancelPurchaseOrder", summary = "Call an order off of which nothing has come")
    public Uni<RestResponse<PurchaseOrderView>> cancel(@RestPath UUID id, @Valid @NotNull Reason why) {
        return commands.change(
                why,
                tx -> orders.cancel(tx, id, why.reason()),
                PurchaseOrders.Found::order,
                PurchaseOrderView.class,
                PurchaseOrderView::of);
    }
}
