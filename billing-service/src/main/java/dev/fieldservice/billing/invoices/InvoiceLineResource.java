package dev.fieldservice.billing.invoices;

import dev.fieldservice.contracts.Role;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/invoices/{id}/lines/{lineId}")
@Tag(name = "Invoices")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class InvoiceLineResource {

    private final HttpCommands commands;
    private final DraftLines lines;

    public InvoiceLineResource(HttpCommands commands, DraftLines lines) {
        this.commands = commands;
        this.lines = lines;
    }

    @POST
    @Path("/correct")
    @Operation(
            operationId = "correctInvoiceLine",
            summary = "Put a line of a draft right",
            description =
                    "What it said before stays to be seen. A price or a tax that is given here no longer follows the price list or"
                            + " the tax rules, until it is taken back to them (byRule).")
    public Uni<RestResponse<InvoiceView>> correct(
            @RestPath UUID id, @RestPath UUID lineId, @Valid @NotNull LineCorrection correction) {
        return commands.change(
                correction, tx -> lines.correct(tx, id, lineId, correction), InvoiceView.class, InvoiceView::of);
    }

    @POST
    @Path("/split")
    @Operation(
            operationId = "splitInvoiceLine",
            summary = "Make two lines of one on a draft",
            description =
                    "The quantity that is given becomes a line of its own, which can be put right, taken out, or moved to a"
                            + " draft of its own. Both are priced by the rules.")
    public Uni<RestResponse<InvoiceView>> split(
            @RestPath UUID id, @RestPath UUID lineId, @Valid @NotNull LineSplit split) {
        return commands.change(split, tx -> lines.split(tx, id, lineId, split), InvoiceView.class, InvoiceView::of);
    }

    @POST
    @Path("/take-out")
    @Operation(
            operationId = "takeOutInvoiceLine",
            summary = "Leave a line of a draft out of what is billed",
            description =
                    "It stays to be seen, with the reason, and can be put back. Its job's case says that it is left out.")
    public Uni<RestResponse<InvoiceView>> takeOut(
            @RestPath UUID id, @RestPath UUID lineId, @Valid @NotNull Reason reason) {
        return commands.change(
                reason, tx -> lines.takeOut(tx, id, lineId, reason.reason()), InvoiceView.class, InvoiceView::of);
    }

    @POST
    @Path("/put-back")
    @Operation(operationId = "putBackInvoiceLine", summary = "Bill a line of a draft after all that was taken out")
    public Uni<RestResponse<InvoiceView>> putBack(
            @RestPath UUID id, @RestPath UUID lineId, @Valid @NotNull Reason reason) {
        return commands.change(
                reason, tx -> lines.putBack(tx, id, lineId, reason.reason()), InvoiceView.class, InvoiceView::of);
    }
}
