package dev.fieldservice.workorder.photos;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.documents.FileKind;
import dev.fieldservice.platform.files.Downloads;
import dev.fieldservice.platform.rest.CurrentRequest;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.workorder.workorders.WorkOrderReads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/work-orders/{id}/photos/{photoId}")
@Tag(name = "Photos")
@RolesAllowed({Role.TECHNICIAN, Role.SUPERVISOR, Role.DISPATCHER, Role.ADMIN})
public class PhotoContentResource {

    private static final String SMALL = "image/jpeg";

    private final WorkOrderReads reads;
    private final CurrentRequest request;
    private final Downloads downloads;

    public PhotoContentResource(WorkOrderReads reads, CurrentRequest request, Downloads downloads) {
        this.reads = reads;
        this.request = request;
        this.downloads = downloads;
    }

    /** @param name under which it is saved, without its ending */
    private record Shown(Photo photo, String name) {}

    @GET
    @Path("/content")
    @Produces({"image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf"})
    @Operation(operationId = "getPhotoContent", summary = "The photo itself")
    public Uni<Response> content(@RestPath UUID id, @RestPath UUID photoId) {
        return shown(id, photoId)
                .chain(shown -> downloads.answer(
                        shown.photo().sha256,
                        FileKind.of(shown.photo().mediaType).named(shown.name()),
                        shown.photo().mediaType));
    }

    @GET
    @Path("/thumbnail")
    @Produces(SMALL)
    @Operation(
            operationId = "getPhotoThumbnail",
            summary = "The photo in small",
            description = "320 pixels at most. Of JPEG and PNG, a moment after they were added; 404 until then.")
    public Uni<Response> thumbnail(@RestPath UUID id, @RestPath UUID photoId) {
        return shown(id, photoId)
                .invoke(shown -> {
                    if (shown.photo().thumbnailSha256 == null) {
                        throw Photos.none();
                    }
                })
                .chain(shown -> downloads.answer(shown.photo().thumbnailSha256, shown.name() + "-small.jpg", SMALL));
    }

    private Uni<Shown> shown(UUID id, UUID photoId) {
        Caller caller = request.caller();
        return reads.find(
                id,
                (session, order) -> Photos.find(session, order, photoId)
                        .invoke(photo -> {
                            if (!photo.isShownTo(caller)) {
                                throw Photos.none();
                            }
                        })
                        .map(photo -> new Shown(photo, name(order.facts().number(), photo))));
    }

    private static String name(String order, Photo photo) {
        return "%s-%s-%s"
                .formatted(
                        order,
                        photo.kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        photo.id().toString().substring(0, 8));
    }
}
