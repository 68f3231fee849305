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

/** For those who see no ticket, but were given a link because they have its job. */
@Path("/v1/ticket-attachments/{attachmentId}/content")
@Tag(name = "Attachments")
@RolesAllowed({
    Role.DISPATCHER,
    Role.TECHNICIAN,
    Role.SUPERVISOR,
    Role.STOREKEEPER,
    Role.BUYER,
    Role.ACCOUNTANT,
    Role.ADMIN
})
public class AttachmentLinkResource {

    private final UnitOfWork unit;
    private final CurrentRequest request;
    private final Downloads downloads;
    private final SignedLinks links;

    public AttachmentLinkResource(UnitOfWork unit, CurrentRequest request, Downloads downloads, SignedLinks links) {
        this.unit = unit;
        this.request = request;
        this.downloads = downloads;
        this.links = links;
    }

    @GET
    @Produces({"image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf"})
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
                .chain(attachment -> attachment.download(downloads));
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
}
