package dev.fieldservice.workorder.attachments;

import dev.fieldservice.contracts.AttachmentRef;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.links.Linked;
import dev.fieldservice.platform.links.SignedLinks;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.workorder.workorders.KnownTicket;
import dev.fieldservice.workorder.workorders.WorkOrderReads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/work-orders/{id}/attachments")
@Tag(name = "Work orders")
@RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
public class AttachmentResource {

    private final WorkOrderReads reads;
    private final CurrentRequest request;
    private final SignedLinks links;

    public AttachmentResource(WorkOrderReads reads, CurrentRequest request, SignedLinks links) {
        this.reads = reads;
        this.request = request;
        this.links = links;
    }

    @GET
    @Operation(
            operationId = "listWorkOrderAttachments",
            summary = "What came with the request, by link",
            description =
                    "Pictures and documents of the ticket that stand. Each href opens for ten minutes, for whoever asked and"
                            + " nobody else, with their token; what is withdrawn opens to nobody from then on.")
    public Uni<AttachmentList> list(@RestPath UUID id) {
        UUID reader = request.caller().id();
        return reads.find(id, KnownTicket::attachments)
                .map(files -> new AttachmentList(
                        files.stream().map(file -> linked(file, reader)).toList()));
    }

    private AttachmentView linked(AttachmentRef file, UUID reader) {
        return AttachmentView.of(file, links.seal(new Linked(file.id(), file.sha256(), reader)));
    }
}
