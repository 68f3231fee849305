package dev.fieldservice.workorder.photos;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.workorder.workorders.Reversal;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;

/** A photo without its content, which has an address of its own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WorkOrderPhoto")
public record PhotoView(
        UUID id,
        Photo.Kind kind,
        @Schema(nullable = true) String caption,
        @Schema(description = "By the device's clock") Instant takenAt,

        @Schema(nullable = true, description = "By the camera's clock, of a JPEG that says so")
        Instant shotAt,

        @Schema(nullable = true, description = "Where the camera was; kept only where the company wants it")
        GeoPoint shotAtPlace,

        @Schema(nullable = true) UUID assetId,
        @Schema(nullable = true) UUID usageId,

        @Schema(nullable = true, description = "The question of the checklist that it shows something of")
        String itemCode,

        @Schema(description = "Of the content, as its bytes tell; a WebP is kept as a JPEG or a PNG")
        String mediaType,

        @Schema(description = "Of the content, in bytes") long size,

        @Schema(nullable = true, description = "Pixels of the content, upright; absent for a document")
        Integer width,

        @Schema(nullable = true) Integer height,
        @Schema(description = "SHA-256 of what was sent") String sentSha256,

        @Schema(description = "SHA-256 of the content, which JPEG, PNG and WebP are written anew for")
        String sha256,

        @Schema(description = "Whether there is a small picture by now")
        boolean hasThumbnail,

        UUID technicianId,
        String technicianName,
        Instant recordedAt,

        @Schema(nullable = true, description = "By whom, when and why it was withdrawn; then supervisors alone see it")
        Reversal withdrawal) {

    /** Those that stand, in the order in which they were taken. */
    public static Uni<List<PhotoView>> standing(Mutiny.Session session, UUID order) {
        return Photos.standing(session, order)
                .map(photos -> photos.stream().map(PhotoView::of).toList());
    }

    static PhotoView of(Photo p) {
        return new PhotoView(
                p.id(),
                p.kind,
                p.caption,
                p.takenAt,
                p.shotAt,
                p.shotAtPlace,
                p.assetId,
                p.usageId,
                p.itemCode,
                p.mediaType,
                p.size,
                p.width,
                p.height,
                p.sentSha256,
                p.sha256,
                p.thumbnailSha256 != null,
                p.technicianId,
                p.technicianName,
                p.recordedAt(),
                p.withdrawal);
    }
}
