package dev.fieldservice.workorder.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.workorder.photos.Photo;
import dev.fieldservice.workorder.photos.PhotoView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A photo that stands, and where it is to be seen. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReviewPhoto")
public record ReviewPhoto(
        UUID id,
        Photo.Kind kind,
        @Schema(nullable = true) String caption,

        @Schema(nullable = true, description = "The question of the checklist that it shows something of")
        String itemCode,

        @Schema(description = "By the device's clock") Instant takenAt,
        String mediaType,
        @Schema(description = "Address of the photo itself") String content,

        @Schema(nullable = true, description = "Address of the small picture, if there is one by now")
        String thumbnail) {

    static ReviewPhoto of(UUID order, PhotoView photo) {
        String address = "/v1/work-orders/%s/photos/%s".formatted(order, photo.id());
        return new ReviewPhoto(
                photo.id(),
                photo.kind(),
                photo.caption(),
                photo.itemCode(),
                photo.takenAt(),
                photo.mediaType(),
                address + "/content",
                photo.hasThumbnail() ? address + "/thumbnail" : null);
    }
}
