package dev.fieldservice.workorder.photos;

import dev.fieldservice.platform.documents.FileKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A photo as it stands on paper.
 *
 * @param caption null if there is none
 * @param sha256 of its content
 * @param thumbnailSha256 null until there is a small picture, and where there is none
 */
public record Print(
        UUID id,
        Photo.Kind kind,
        Instant takenAt,
        String caption,
        String technician,
        String mediaType,
        String sha256,
        String thumbnailSha256) {

    static Print of(Photo p) {
        return new Print(
                p.id(), p.kind, p.takenAt, p.caption, p.technicianName, p.mediaType, p.sha256, p.thumbnailSha256);
    }

    /** Of the file from which it is printed. */
    String shownSha256() {
        return thumbnailSha256 == null ? sha256 : thumbnailSha256;
    }

    /** What nothing here decodes is named, and not shown. */
    public boolean canBeShown() {
        return FileKind.of(mediaType).hasThumbnail();
    }
}
