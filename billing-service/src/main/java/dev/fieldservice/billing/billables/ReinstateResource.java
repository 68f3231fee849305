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

/** Reinstating a draft decides about its job too, and so stands beside the billing cases. */
@Path("/v1/invoices/{id}/reinstate")
@Tag(name = "Invoices")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class ReinstateResource {

    private final HttpCommands commands;
    private final BillingCases cases;

    public ReinstateResource(HttpCommands commands, BillingCases cases) {
        this.commands = commands;
        this.cases = cases;
    }

    @POST
    @Operation(
            operationId = "reinstateInvoice",
            summary = "Bill a voided draft after all",
            description =
                    "It is a draft again, priced anew and for the customer and the site as they are known now; what was done"
                            + " to its lines stays. Its job's case is INVOICED. A ticket that has closed stays so, and shows"
                            + " the invoice when it is issued.")
    public Uni<RestResponse<InvoiceView>> reinstate(@RestPath UUID id, @Valid @NotNull Reason reason) {
        return commands.change(
                reason, tx -> cases.reinstate(tx, id, reason.reason()), InvoiceView.class, InvoiceView::of);
    }
}
