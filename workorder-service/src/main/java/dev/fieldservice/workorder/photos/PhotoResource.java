package dev.fieldservice.workorder.photos;

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
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.rest.Filters;
import dev.fieldservice.platform.rest.Queries;
import dev.fieldservice.workorder.workorders.Visibility;
import dev.fieldservice.workorder.workorders.WorkOrderCommands;
import dev.fieldservice.workorder.workorders.WorkOrderReads;
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

@Path("/v1/work-orders/{id}/photos")
@Tag(name = "Photos", description = "Evidence: what was found, and what was done")
public class PhotoResource {

    private final WorkOrderCommands commands;
    private final WorkOrderReads reads;
    private final Queries queries;
    private final CurrentRequest request;
    private final Uploads uploads;
    private final Photos photos;
    private final PictureThreads threads;

    public PhotoResource(
            WorkOrderCommands commands,
            WorkOrderReads reads,
            Queries queries,
            CurrentRequest request,
            Uploads uploads,
            Photos photos,
            PictureThreads threads) {
        this.commands = commands;
        this.reads = reads;
        this.queries = queries;
        this.request = request;
        this.uploads = uploads;
        this.photos = photos;
        this.threads = threads;
    }

    @PUT
    @Path("/{photoId}")
    @RolesAllowed(Role.TECHNICIAN)
    @BodyTypes({"image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf", "application/octet-stream"})
    @BodyLimit(Reading.MOST_BYTES)
    @Operation(
            operationId = "putPhoto",
            summary = "Add a photo, or a document",
            description =
                    "The phone chooses the id, a UUID, and sends the same request again until it is answered: 201, or 200 for"
                            + " what is there already; another content or other details under this id are 409. The body is the"
                            + " file; what it is tell its bytes: JPEG, PNG, WebP, HEIC or PDF, at most 24 megapixels, 200 on a"
                            + " job. JPEG and WebP are turned upright, and of JPEG, PNG and WebP nothing but the pixels is kept:"
                            + " neither position nor camera; of a WebP, as a JPEG, or a PNG if it is transparent. A HEIC"
                            + " is kept as it was sent, and has no thumbnail. For three days after the job was closed, what was"
                            + " taken before that is still taken.")
    public Uni<RestResponse<RecordedPhoto>> put(
            @RestPath UUID id, @RestPath UUID photoId, @Valid @BeanParam PhotoDetails details) {
        NewPhoto photo = details.of(photoId);
        return requireTaken(id, photo)
                .chain(this::received)
                .chain(file -> commands.put(
                        Visibility.TOOK_PART,
                        id,
                        (tx, order) -> photos.put(tx, order, photo, file),
                        RecordedPhoto::of));
    }

    @GET
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
    @Operation(
            operationId = "listPhotos",
            summary = "The photos of a job",
            description =
                    "In the order of their ids: those of a phone that makes UUIDs of version 7, as they were taken.")
    public Uni<Page<PhotoView>> list(@RestPath UUID id, @Valid @BeanParam PageRequest page) {
        return reads.find(id, (session, order) -> Uni.createFrom().item(order.id()))
                .chain(order -> queries.page(Photo.class, Filters.of("workOrderId", order), page))
                .map(found -> found.map(PhotoView::of));
    }

    @GET
    @Path("/{photoId}")
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
    @Operation(operationId = "getPhoto", summary = "What is known of a photo")
    public Uni<RestResponse<PhotoView>> get(@RestPath UUID id, @RestPath UUID photoId) {
        return reads.composed(
                id, (session, order) -> Photos.find(session, order, photoId).map(PhotoView::of));
    }

    @POST
    @Path("/{photoId}/withdraw")
    @RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR})
    @Operation(
            operationId = "withdrawPhoto",
            summary = "Withdraw a photo",
            description =
                    "Whoever took it does, who has the job now, or a supervisor. It stays in the list with the reason; its"
                            + " content is shown to supervisors and administrators alone from then on.")
    public Uni<RestResponse<RecordedPhoto>> withdraw(
            @RestPath UUID id, @RestPath UUID photoId, @Valid @NotNull Reason why) {
        return commands.record(
                Visibility.TOOK_PART_OR_OFFICE,
                id,
                why,
                (tx, order) -> Photos.withdraw(tx, order, photoId, why.reason()),
                RecordedPhoto.class,
                RecordedPhoto::of);
    }

    /** Before a byte of it is received, let alone decoded. What is there already may be sent again, whatever the job's state. */
    private Uni<Void> requireTaken(UUID id, NewPhoto photo) {
        var by = request.by();
        return reads.find(
                id,
                (session, order) -> session.find(Photo.class, photo.id())
                        .invoke(known -> {
                            if (known == null || !known.isOf(order.id())) {
                                photos.requireTaken(order, photo, by);
                            }
                        })
                        .replaceWithVoid());
    }

    private Uni<ReceivedFile> received() {
        Reading reading = new Reading(threads);
        return uploads.receive(reading).map(reading::as);
    }
}
