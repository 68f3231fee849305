package dev.fieldservice.ticket.attachments;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.files.Downloads;
import dev.fieldservice.platform.links.Linked;
import dev.fieldservice.platform.links.Seal;
import dev.fieldservice.platform.links.SignedLinks;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The content of attachments: of a ticket for who may see that, and by link for whoever it was made for. */
@Path("/v1")
@Tag(name = "Attachments")
public class AttachmentContentResource {

    private final UnitOfWork unit;
    private final CurrentRequest request;
    private final Downloads downloads;
    private final SignedLinks links;

    public AttachmentContentResource(
            UnitOfWork unit, CurrentRequest request, Downloads downloads, SignedLinks links) {
        this.unit = unit;
        this.request = request;
        this.downloads = downloads;
        this.links = links;
    }

    @GET
    @Path("/tickets/{id}/attachments/{attachmentId}/content")
    @Produces({"image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf"})
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(operationId = "getAttachmentContent", summary = "The attachment itself")
    public Uni<Response> content(@RestPath UUID id, @RestPath UUID attachmentId) {
        Caller caller = request.caller();
        return unit.read(session -> Attachments.read(session, id, attachmentId))
                .map(Attachments.Kept::attachment)
                .invoke(attachment -> {
                    if (!attachment.isShownTo(caller)) {
                        throw Attachments.none();
                    }
                })
                .chain(this::answer);
    }

    @GET
    @Path("/ticket-attachments/{attachmentId}/content")
    @Produces({"image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf"})
    @RolesAllowed({
        Role.DISPATCHER,
        Role.TECHNICIAN,
        Role.SUPERVISOR,
        Role.STOREKEEPER,
        Role.BUYER,
        Role.ACCOUNTANT,
        Role.ADMIN
    })
    @Operation(
            operationId = "openAttachment",
            summary = "An attachment, by link",
            description =
                    "Links are made by `GET /v1/work-orders/{id}/attachments`, for whoever asks there, and open for minutes."
                            + " One that was made for somebody else, or for what is withdrawn, is 404; one that is over is 403"
                            + " (`link-expired`).")
    public Uni<Response> open(@RestPath UUID attachmentId, @Valid @BeanParam AttachmentLink link) {
        Caller caller = request.caller();
        return unit.read(session -> session.find(Attachment.class, attachmentId))
                .invoke(attachment -> requireOpen(attachment, link.seal(), caller))
                .chain(this::answer);
    }

    /** Whether there is such an attachment is told to nobody who has no link to it. */
    private void requireOpen(Attachment attachment, Seal seal, Caller caller) {
        if (attachment == null
                || !attachment.stands()
                || !links.isOf(seal, new Linked(attachment.id(), attachment.sha256, caller.id()))) {
            throw Attachments.none();
        }
        if (links.isOver(seal)) {
            throw new Refusal.Forbidden("link-expired", "This link is over. Ask for the list anew, it has another.")
                    .refused();
        }
    }

    private Uni<Response> answer(Attachment attachment) {
        return downloads.answer(attachment.sha256, attachment.fileName(), attachment.mediaType);
    }
}
