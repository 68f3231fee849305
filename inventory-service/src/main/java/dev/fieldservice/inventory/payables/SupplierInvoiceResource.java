package dev.fieldservice.inventory.payables;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.inventory.payables.SupplierInvoiceLifecycle.State;
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

@Path("/v1/supplier-invoices")
@Tag(name = "Payables", description = "What suppliers ask money for, and when it is to be paid")
@RolesAllowed({Role.ACCOUNTANT, Role.BUYER, Role.ADMIN})
public class SupplierInvoiceResource {

    private static final String OF_ORDER = "(purchaseOrderId = :%1$s or id in"
            + " (select o.supplierInvoiceId from InvoicedOrder o where o.purchaseOrderId = :%1$s))";

    private final HttpCommands commands;
    private final Queries queries;
    private final SupplierInvoices invoices;

    public SupplierInvoiceResource(HttpCommands commands, Queries queries, SupplierInvoices invoices) {
        this.commands = commands;
        this.queries = queries;
        this.invoices = invoices;
    }

    @POST
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(
            operationId = "recordSupplierInvoice",
            summary = "Enter a supplier's invoice, and hold it against order and receipts",
            description =
                    "Of one order, of several of a supplier, of what went back (a credit note), or of nothing that was ordered. It is to be paid"
                            + " where it asks for what came, at the price at which it came, or credits what went back; else it is in"
                            + " question, and so is one of nothing until somebody else approves it.")
    public Uni<RestResponse<SupplierInvoiceView>> record(@Valid @NotNull NewSupplierInvoice details) {
        return commands.create(
                details, tx -> invoices.record(tx, details), SupplierInvoiceView.class, SupplierInvoiceView::of);
    }

    @GET
    @Operation(operationId = "listSupplierInvoices", summary = "Suppliers' invoices, by what is known of them")
    public Uni<Page<SupplierInvoiceView>> list(
            @RestQuery
                    @Size(max = 100)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "Blanks and case do not matter", example = "FT 2026/118")
                    String number,
            @RestQuery @Size(max = 20) @Parameter(description = "Any of these; repeat it for several")
                    List<State> state,
            @RestQuery UUID supplierId,
            @RestQuery UUID purchaseOrderId,
            @RestQuery UUID supplierReturnId,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.none()
                .sql("compared(number) = compared(?)", number)
                .anyOf("state", state)
                .and("supplierId", supplierId)
                .and("supplierReturnId", supplierReturnId)
                .condition(OF_ORDER, purchaseOrderId);
        return queries.page(SupplierInvoice.class, filters, page).map(found -> found.map(SupplierInvoiceView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSupplierInvoice", summary = "One supplier's invoice")
    public Uni<RestResponse<SupplierInvoiceView>> get(@RestPath UUID id) {
        return queries.one(
                "supplier invoice", session -> session.find(SupplierInvoice.class, id), SupplierInvoiceView::of);
    }

    @POST
    @Path("/{id}/match")
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(
            operationId = "matchSupplierInvoice",
            summary = "Hold an invoice that is in question against order and receipts anew",
            description =
                    "What was missing may have come since. It stays in question where it still is not as it should be.")
    public Uni<RestResponse<SupplierInvoiceView>> match(@RestPath UUID id) {
        return decided(null, tx -> invoices.match(tx, id));
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(
            operationId = "approveSupplierInvoice",
            summary = "Pay an invoice although it is in question",
            description =
                    "One of nothing that was ordered or returned is approved by somebody else than who entered it.")
    public Uni<RestResponse<SupplierInvoiceView>> approve(@RestPath UUID id, @Valid @NotNull Reason why) {
        return decided(why, tx -> invoices.approve(tx, id, why.reason()));
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(
            operationId = "rejectSupplierInvoice",
            summary = "Pay nothing by an invoice",
            description = "One of its number may be entered anew.")
    public Uni<RestResponse<SupplierInvoiceView>> reject(@RestPath UUID id, @Valid @NotNull Reason why) {
        return decided(why, tx -> invoices.reject(tx, id, why.reason()));
    }

    @POST
    @Path("/{id}/pay")
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(operationId = "paySupplierInvoice", summary = "Say that an invoice was paid, and on which day")
    public Uni<RestResponse<SupplierInvoiceView>> pay(@RestPath UUID id, @Valid @NotNull SupplierPayment payment) {
        return decided(payment, tx -> invoices.pay(tx, id, payment.paidOn()));
    }

    @POST
    @Path("/{id}/reopen")
    @RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
    @Operation(operationId = "reopenSupplierInvoice", summary = "An invoice is not paid after all")
    public Uni<RestResponse<SupplierInvoiceView>> reopen(@RestPath UUID id, @Valid @NotNull Reason why) {
        return decided(why, tx -> invoices.reopen(tx, id, why.reason()));
    }

    private Uni<RestResponse<SupplierInvoiceView>> decided(Object body, Function<Tx, Uni<SupplierInvoice>> decision) {
        return commands.change(body, decision, SupplierInvoiceView.class, SupplierInvoiceView::of);
    }
}
