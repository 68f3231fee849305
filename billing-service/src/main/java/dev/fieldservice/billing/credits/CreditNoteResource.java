package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.credits.CreditNoteLifecycle.State;
import dev.fieldservice.billing.documents.InvoiceDocument;
import dev.fieldservice.billing.invoices.InvoiceView;
import dev.fieldservice.billing.owners.OwnerAssignment;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.ListOrder;
import dev.fieldservice.platform.rest.Period;
import dev.fieldservice.platform.rest.Queries;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/credit-notes")
@Tag(name = "Credit notes", description = "What is taken back of issued invoices")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class CreditNoteResource {

    private final HttpCommands commands;
    private final Queries queries;
    private final CreditNotes notes;
    private final CreditIssuing issuing;

    public CreditNoteResource(HttpCommands commands, Queries queries, CreditNotes notes, CreditIssuing issuing) {
        this.commands = commands;
        this.queries = queries;
        this.notes = notes;
        this.issuing = issuing;
    }

    @GET
    @Operation(
            operationId = "listCreditNotes",
            summary = "Credit notes, by what is known of them",
            description = "from and to are about the day of issue; drafts have none.")
    public Uni<Page<CreditNoteSummary>> list(
            @RestQuery
                    @Size(max = 40)
                    @Pattern(regexp = Text.LINE)
                    @Parameter(description = "The whole number", example = "CN-2026-000001")
                    String number,
            @RestQuery @Size(max = 20) @Parameter(description = "Any of these; repeat it for several")
                    List<State> state,
            @RestQuery UUID invoiceId,
            @RestQuery UUID ticketId,
            @RestQuery UUID customerId,
            @RestQuery Boolean proposed,
            @Valid @BeanParam Period issued,
            @Valid @BeanParam PageRequest page) {
        Filters filters = Filters.none()
                .sql("number = upper(?)", number)
                .anyOf("state", state)
                .and("invoiceId", invoiceId)
                .and("ticketId", ticketId)
                .sql("customer_id = ?", customerId)
                .and("proposed", proposed);
        return queries.page(CreditNote.class, issued.narrow(filters, "issued_at"), ListOrder.CREATED, page)
                .map(found -> found.map(CreditNoteSummary::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCreditNote", summary = "One credit note with its lines")
    public Uni<RestResponse<CreditNoteView>> get(@RestPath UUID id) {
        return queries.one("credit note", session -> notes.find(session, id), CreditNoteView::of);
    }

    @POST
    @Path("/{id}/issue")
    @Operation(
            operationId = "issueCreditNote",
            summary = "Give a draft its number and date",
            description =
                    "Final: an issued credit note is never changed. Where it was wrong, it is reversed. It is held against"
                            + " the rules for e-invoices as an invoice is (422 `against-the-rules`); its XML and PDF follow in a"
                            + " moment, and are sent to the billing address.")
    public Uni<RestResponse<CreditNoteView>> issue(@RestPath UUID id) {
        Uni<Optional<InvoiceDocument>> examined = issuing.examined(id).memoize().indefinitely();
        Uni<RestResponse<CreditNoteView>> issued = commands.change(
                null,
                tx -> examined.chain(document -> issuing.issue(tx, id, document)),
                CreditNoteView.class,
                CreditNoteView::of);
        return examined.chain(() -> issued);
    }

    @POST
    @Path("/{id}/discard")
    @Operation(
            operationId = "discardCreditNote",
            summary = "Credit nothing by a draft",
            description = "It stays to be seen, and gets no number.")
    public Uni<RestResponse<CreditNoteView>> discard(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason, tx -> notes.discard(tx, id, reason.reason()), CreditNoteView.class, CreditNoteView::of);
    }

    @POST
    @Path("/{id}/assign-owner")
    @Operation(
            operationId = "assignCreditNoteOwner",
            summary = "Somebody sees to a draft",
            description = "Shown with it, and in the backlog; it gives no rights.")
    public Uni<RestResponse<CreditNoteView>> assignOwner(
            @RestPath UUID id, @Valid @NotNull OwnerAssignment assignment) {
        return commands.change(
                assignment,
                tx -> notes.assignOwner(tx, id, assignment.owner()),
                CreditNoteView.class,
                CreditNoteView::of);
    }

    @POST
    @Path("/{id}/reverse")
    @Operation(
            operationId = "reverseCreditNote",
            summary = "Bill again what an issued credit note took back wrongly",
            description =
                    "Makes the draft of an invoice that follows the credit note and bills the same, at the same prices and taxes: once"
                            + " it is issued, the two add up to nothing. What is billed again already is left out.")
    @APIResponseSchema(value = InvoiceView.class, responseCode = "201")
    public Uni<RestResponse<InvoiceView>> reverse(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.create(
                "/v1/invoices",
                reason,
                tx -> notes.reverse(tx, id, reason.reason()),
                InvoiceView.class,
                InvoiceView::of);
    }
}
