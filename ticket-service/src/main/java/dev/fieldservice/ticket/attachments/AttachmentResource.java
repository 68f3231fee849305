package dev.fieldservice.ticket.attachments;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.documents.PictureThreads;
import dev.fieldservice.platform.documents.Reading;
import dev.fieldservice.platform.documents.ReceivedFile;
import dev.fieldservice.platform.files.Uploads;
import dev.fieldservice.platform.http.BodyLimit;
import dev.fieldservice.platform.http.BodyTypes;
import dev.fieldservice.platform.http.Reason;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.HttpCommands;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/tickets/{id}/attachments")
@Tag(name = "Attachments", description = "Pictures and documents that came with a request")
@RolesAllowed({Role.DISPATCHER, Role.ADMIN})
public class AttachmentResource {

    private final HttpCommands commands;
    private final UnitOfWork unit;
    private final Queries queries;
    private final Uploads uploads;
    private final Attachments attachments;
    private final PictureThreads threads;

    public AttachmentResource(
            HttpCommands commands,
            UnitOfWork unit,
            Queries queries,
            Uploads uploads,
            Attachments attachments,
            PictureThreads threads) {
        this.commands = commands;
        this.unit = unit;
        this.queries = queries;
        this.uploads = uploads;
        this.attachments = attachments;
        this.threads = threads;
    }

    @PUT
    @Path("/{attachmentId}")
    @BodyTypes({"image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf", "application/octet-stream"})
    @BodyLimit(Reading.MOST_BYTES)
    @Operation(
            operationId = "putAttachment",
            summary = "Attach a picture, or a document",
            description =
                    "Until the ticket is closed, cancelled or rejected; those who have its job see it. The sender chooses the"
                            + " id, a UUID, and sends the same request again until it is answered: 201, or 200 for what is"
                            + " there already; another content or other details under this id are 409. The body is the file;"
                            + " what it is tell its bytes: JPEG, PNG, WebP, HEIC or PDF, at most 24 megapixels, 50 on a"
                            + " ticket. JPEG and WebP are turned upright, and of JPEG, PNG and WebP nothing but the pixels is"
                            + " kept: neither position nor camera; of a WebP, as a JPEG, or a PNG if it is transparent. A HEIC"
                            + " is kept as it was sent, with both if they are in it.")
    public Uni<RestResponse<AttachmentView>> put(
            @RestPath UUID id, @RestPath UUID attachmentId, @Valid @BeanParam AttachmentDetails details) {
        NewAttachment request = details.of(attachmentId);
        return unit.read(session -> Attachments.requireTaken(session, id, attachmentId))
                .chain(this::received)
                .chain(file -> commands.put(
                        tx -> attachments.put(tx, id, request, file),
                        Attachments.Kept::ticket,
                        Attachments.Kept::isNew,
                        Attachments.Kept::view));
    }

    @GET
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(
            operationId = "listAttachments",
            summary = "The attachments of a ticket",
            description = "In the order of their ids: of a sender who makes UUIDs of version 7, as they were sent.")
    public Uni<Page<AttachmentView>> list(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        Uni<Page<Attachment>> found = queries.page(Attachment.class, Filters.of("ticketId", id), page);
        return unit.read(session -> Attachments.ticket(session, id))
                .chain(ticket -> found)
                .map(attached -> attached.map(AttachmentView::of));
    }

    @GET
    @Path("/{attachmentId}")
    @RolesAllowed({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMIN})
    @Operation(operationId = "getAttachment", summary = "What is known of an attachment")
    public Uni<RestResponse<AttachmentView>> get(@RestPath UUID id, @RestPath UUID attachmentId) {
        return queries.one(
                "attachment",
                session -> Attachments.read(session, id, attachmentId),
                Attachments.Kept::ticket,
                Attachments.Kept::view);
    }

    @POST
    @Path("/{attachmentId}/withdraw")
    @Operation(
            operationId = "withdrawAttachment",
            summary = "Withdraw an attachment",
            description =
                    "Whatever has become of the ticket. No link opens it any more, and those who have the job do not see it."
                            + " It stays in the list with the reason; its content is shown to supervisors and administrators"
                            + " alone from then on.")
    public Uni<RestResponse<AttachmentView>> withdraw(
            @RestPath UUID id, @RestPath UUID attachmentId, @Valid @NotNull Reason why) {
        return commands.change(
                why,
                tx -> attachments.withdraw(tx, id, attachmentId, why.reason()),
                Attachments.Kept::ticket,
                AttachmentView.class,
                Attachments.Kept::view);
    }

    private Uni<ReceivedFile> received() {
        Reading reading = new Reading(threads);
        return uploads.receive(reading).map(reading::as);
    }
}
