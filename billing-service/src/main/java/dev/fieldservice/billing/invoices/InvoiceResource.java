package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.invoices.InvoiceLifecycle.State;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Period;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.rest.TextSearch;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

@Path("/v1/invoices")
@Tag(name = "Invoices", description = "What is asked of the customer for a closed job")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class InvoiceResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final Invoices invoices;

    public InvoiceResource(HttpCommands commands, Queries queries, Invoices invoices) {
        this.commands = commands;
        this.queries = queries;
        this.invoices = invoices;
    }

    @GET
    @Operation(
            operationId = "listInvoices",
            summary = "Invoices, by what is known of them",
            description = "from and to are about the day of issue; drafts have none.")
    public Uni<Page<InvoiceSummary>> list(
            @RestQuery
                    @Size(max = 40)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "The whole number", example = "FS-2026-000001")
                    String number,
            @RestQuery @Size(max = 20) @Parameter(description = "Any of these; repeat it for several")
                    List<State> state,
            @RestQuery UUID orderId,
            @RestQuery UUID ticketId,
            @RestQuery UUID customerId,
            @RestQuery Boolean pricesCorrected,
            @Valid @BeanParam TextSearch search,
            @Valid @BeanParam Period issued,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.none()
                .sql("number = upper(?)", number)
                .anyOf("state", state)
                .and("orderId", orderId)
                .and("ticketId", ticketId)
                .sql("customer_id = ?", customerId)
                .and("pricesCorrected", pricesCorrected)
                .text(search);
        return queries.page(Invoice.class, issued.narrow(filters, "issued_at"), search.order(), page)
                .map(found -> found.map(InvoiceSummary::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getInvoice", summary = "One invoice with its lines")
    public Uni<RestResponse<InvoiceView>> get(@RestPath UUID id) {
        return queries.one("invoice", session -> invoices.find(session, id), Function.identity(), InvoiceView::of);
    }

    @POST
    @Path("/{id}/reprice")
    @Operation(
            operationId = "repriceInvoice",
            summary = "Price a draft anew",
            description =
                    "With the prices and rates in force on the day of each use and hour. Drafts follow changes of prices by themselves; this waits for nothing.")
    public Uni<RestResponse<InvoiceView>> reprice(@RestPath UUID id) {
        return commands.change(null, tx -> invoices.reprice(tx, id), InvoiceView.class, InvoiceView::of);
    }

    @POST
    @Path("/{id}/issue")
    @Operation(
            operationId = "issueInvoice",
            summary = "Give a draft its number and date",
            description = "Final: an issued invoice is never changed.")
    public Uni<RestResponse<InvoiceView>> issue(@RestPath UUID id) {
        return commands.change(null, tx -> invoices.issue(tx, id), InvoiceView.class, InvoiceView::of);
    }
}
