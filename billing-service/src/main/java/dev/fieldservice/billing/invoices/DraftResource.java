package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.owners.OwnerAssignment;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.http.BodyLimit;
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

/** What an accountant does with a draft before it is issued. */
@Path("/v1/invoices")
@Tag(name = "Invoices")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class DraftResource {

    private final HttpCommands commands;
    private final DraftCommands drafts;
    private final DraftLines lines;

    public DraftResource(HttpCommands commands, DraftCommands drafts, DraftLines lines) {
        this.commands = commands;
        this.drafts = drafts;
        this.lines = lines;
    }

    @POST
    @Path("/{id}/lines")
    @Operation(
            operationId = "addInvoiceLine",
            summary = "Add a line to a draft that the report does not have",
            description = "Taxed by the rules unless it says how; its price stays what is given.")
    public Uni<RestResponse<InvoiceView>> add(@RestPath UUID id, @Valid @NotNull AddedLine line) {
        return commands.change(line, tx -> lines.add(tx, id, line), InvoiceView.class, InvoiceView::of);
    }

    @POST
    @Path("/{id}/split")
    @BodyLimit("256K")
    @Operation(
            operationId = "splitInvoice",
            summary = "Make a draft of its own of some lines of a draft",
            description = "For the same buyer, until it is moved. What was done to the lines stays to be seen.")
    @APIResponseSchema(value = InvoiceView.class, responseCode = "201")
    public Uni<RestResponse<InvoiceView>> split(@RestPath UUID id, @Valid @NotNull InvoiceSplit split) {
        return commands.create(
                "/v1/invoices", split, tx -> drafts.split(tx, id, split), InvoiceView.class, InvoiceView::of);
    }

    @POST
    @Path("/{id}/move")
    @Operation(
            operationId = "moveInvoice",
            summary = "Ask another customer to pay a draft",
            description =
                    "One who is registered. It is taxed by what holds for them, follows corrections of them, and no longer the"
                            + " customer of the ticket.")
    public Uni<RestResponse<InvoiceView>> move(@RestPath UUID id, @Valid @NotNull InvoiceMove move) {
        return commands.change(move, tx -> drafts.move(tx, id, move), InvoiceView.class, InvoiceView::of);
    }

    @POST
    @Path("/{id}/assign-owner")
    @Operation(
            operationId = "assignInvoiceOwner",
            summary = "Somebody sees to a draft",
            description = "Shown with it, and in the backlog; it gives no rights.")
    public Uni<RestResponse<InvoiceView>> assignOwner(@RestPath UUID id, @Valid @NotNull OwnerAssignment assignment) {
        return commands.change(
                assignment, tx -> drafts.assignOwner(tx, id, assignment.owner()), InvoiceView.class, InvoiceView::of);
    }

    @POST
    @Path("/{id}/note")
    @Operation(
            operationId = "noteForBuyer",
            summary = "Say something to the buyer on a draft",
            description = "In place of what it said before.")
    public Uni<RestResponse<InvoiceView>> note(@RestPath UUID id, @Valid @NotNull NoteForBuyer note) {
        return commands.change(note, tx -> drafts.note(tx, id, note), InvoiceView.class, InvoiceView::of);
    }
}
