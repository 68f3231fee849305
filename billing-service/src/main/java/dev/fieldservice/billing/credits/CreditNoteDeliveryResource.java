package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.deliveries.DocumentDeliveryView;
import dev.fieldservice.billing.deliveries.DocumentSending;
import dev.fieldservice.billing.deliveries.SendDocument;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/credit-notes/{id}")
@Tag(name = "Documents")
@RolesAllowed({Role.ACCOUNTANT, Role.ADMIN})
public class CreditNoteDeliveryResource {

    private final DocumentSending sending;

    public CreditNoteDeliveryResource(DocumentSending sending) {
        this.sending = sending;
    }

    @POST
    @Path("/send")
    @Operation(
            operationId = "sendCreditNote",
            summary = "Send an issued credit note by e-mail",
            description = "Once under one key, with the PDF and the XML attached. When it is issued it is sent to the"
                    + " billing address by itself. What becomes of it stands in the list of deliveries.")
    public Uni<RestResponse<DocumentDeliveryView>> send(@RestPath UUID id, @Valid @NotNull SendDocument to) {
        return sending.send(session -> IssuedCredits.find(session, id), to);
    }

    @POST
    @Path("/deliveries/{deliveryId}/send-again")
    @Operation(
            operationId = "sendCreditNoteAgain",
            summary = "Try once more what has failed",
            description = "Under the same Message-ID, so that it counts as one mail if it had arrived after all.")
    public Uni<RestResponse<DocumentDeliveryView>> again(@RestPath UUID id, @RestPath UUID deliveryId) {
        return sending.again(session -> IssuedCredits.find(session, id), deliveryId);
    }

    @GET
    @Path("/deliveries")
    @Operation(
            operationId = "listCreditNoteDeliveries",
            summary = "To whom a credit note was sent, and what became of it")
    public Uni<Page<DocumentDeliveryView>> list(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        return sending.list(session -> IssuedCredits.note(session, id), id, page);
    }
}
