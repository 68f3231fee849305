package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.invoices.InvoiceView;
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

/** Voiding a draft decides about its job too, and so stands beside the billing cases. */
@Path("/v1/invoices/{id}/void")
@Tag(name = "Invoices")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class VoidResource {

    private final HttpCommands commands;
    private final BillingCases cases;

    public VoidResource(HttpCommands commands, BillingCases cases) {
        this.commands = commands;
        this.cases = cases;
    }

    @POST
    @Operation(
            operationId = "voidInvoice",
            summary = "Bill nothing of a draft after all",
            description =
                    "For drafts only, whatever lines are taken out of it. It stays to be seen, gets no number and follows"
                            + " nothing, until it is reinstated."
                            + " Its job's case is NOTHING_TO_BILL, so that the ticket can close; parts that were used are"
                            + " left out.")
    public Uni<RestResponse<InvoiceView>> voidDraft(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason, tx -> cases.voidDraft(tx, id, reason.reason()), InvoiceView.class, InvoiceView::of);
    }
}
