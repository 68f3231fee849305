package dev.fieldservice.ticket.attachments;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.files.Downloads;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/tickets/{id}/attachments/{attachmentId}")
@Tag(name = "Attachments")
@RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
public class AttachmentContentResource {

    private final UnitOfWork unit;
    private final CurrentRequest request;
    private final Downloads downloads;

    public AttachmentContentResource(UnitOfWork unit, CurrentRequest request, Downloads downloads) {
        this.unit = unit;
        this.request = request;
        this.downloads = downloads;
    }

    @GET
    @Path("/content")
    @Produces({"image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf"})
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
                .chain(attachment -> attachment.download(downloads));
    }
}
