package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.invoices.InvoiceView;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.rest.HttpCommands;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What can be done about an invoice that was issued and is wrong. */
@Path("/v1/invoices")
@Tag(name = "Invoices")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class InvoiceCreditResource {

    private final HttpCommands commands;
    private final CreditNotes notes;

    public InvoiceCreditResource(HttpCommands commands, CreditNotes notes) {
        this.commands = commands;
        this.notes = notes;
    }

    @POST
    @Path("/{id}/credit-notes")
    @BodyLimit("512K")
    @Operation(
            operationId = "draftCreditNote",
            summary = "Draft a credit note of an issued invoice, whole or in part",
            description =
                    "It takes back all that is left, or of each line that is named a quantity, an amount, or all that is left. It counts"
                            + " when it is issued; until then nothing is reserved.")
    @APIResponseSchema(value = CreditNoteView.class, responseCode = "201")
    public Uni<RestResponse<CreditNoteView>> credit(@RestPath UUID id, @Valid @NotNull CreditNoteDetails details) {
        return commands.create(
                "/v1/credit-notes",
                details,
                tx -> notes.draft(tx, id, details),
                CreditNoteView.class,
                CreditNoteView::of);
    }

    @POST
    @Path("/{id}/correction")
    @Operation(
            operationId = "correctInvoice",
            summary = "Bill anew what was credited of an invoice",
            description =
                    "Makes the draft of an invoice that follows this one, with the quantities that credit notes took back and that are"
                            + " not billed again yet, by the prices and rules of now.")
    @APIResponseSchema(value = InvoiceView.class, responseCode = "201")
    public Uni<RestResponse<InvoiceView>> correct(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.create(
                "/v1/invoices",
                reason,
                tx -> notes.correct(tx, id, reason.reason()),
                InvoiceView.class,
                InvoiceView::of);
    }
}
