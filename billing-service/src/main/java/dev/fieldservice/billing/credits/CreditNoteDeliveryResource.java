package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.deliveries.DocumentDeliveries;
import dev.fieldservice.billing.deliveries.DocumentDelivery;
import dev.fieldservice.billing.deliveries.DocumentDeliveryView;
import dev.fieldservice.billing.deliveries.SendDocument;
import dev.fieldservice.billing.documents.IssuedDocument;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
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

    private final HttpCommands commands;
    private final UnitOfWork unit;
    private final Queries queries;
    private final DocumentDeliveries deliveries;

    public CreditNoteDeliveryResource(
            HttpCommands commands, UnitOfWork unit, Queries queries, DocumentDeliveries deliveries) {
        this.commands = commands;
        this.unit = unit;
        this.queries = queries;
        this.deliveries = deliveries;
    }

    @POST
    @Path("/send")
    @Operation(
            operationId = "sendCreditNote",
            summary = "Send an issued credit note by e-mail",
            description = "Once under one key, with the PDF and the XML attached. When it is issued it is sent to the"
                    + " billing address by itself. What becomes of it stands in the list of deliveries.")
    public Uni<RestResponse<DocumentDeliveryView>> send(@RestPath UUID id, @Valid @NotNull SendDocument to) {
        return commands.change(
                to,
                tx -> document(tx, id).chain(document -> deliveries.send(tx, document, to)),
                DocumentDeliveryView.class,
                DocumentDeliveryView::of);
    }

    @POST
    @Path("/deliveries/{deliveryId}/send-again")
    @Operation(
            operationId = "sendCreditNoteAgain",
            summary = "Try once more what has failed",
            description = "Under the same Message-ID, so that it counts as one mail if it had arrived after all.")
    public Uni<RestResponse<DocumentDeliveryView>> again(@RestPath UUID id, @RestPath UUID deliveryId) {
        return commands.change(
                null,
                tx -> document(tx, id).chain(document -> deliveries.again(tx, document, deliveryId)),
                DocumentDeliveryView.class,
                DocumentDeliveryView::of);
    }

    @GET
    @Path("/deliveries")
    @Operation(
            operationId = "listCreditNoteDeliveries",
            summary = "To whom a credit note was sent, and what became of it")
    public Uni<Page<DocumentDeliveryView>> list(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        Uni<Page<DocumentDelivery>> found = queries.page(DocumentDelivery.class, Filters.of("documentId", id), page);
        return unit.read(session -> IssuedCredits.note(session, id))
                .chain(() -> found)
                .map(deliveries -> deliveries.map(DocumentDeliveryView::of));
    }

    /** Locked: what becomes of its deliveries stands on it. */
    private static Uni<IssuedDocument> document(Tx tx, UUID id) {
        return IssuedCredits.find(tx.session(), id).chain(document -> tx.load(IssuedDocument.class, document.id()));
    }
}
