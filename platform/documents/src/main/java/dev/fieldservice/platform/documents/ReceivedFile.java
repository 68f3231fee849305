package dev.fieldservice.platform.documents;

import dev.fieldservice.platform.files.StoredFile;
import dev.fieldservice.platform.pictures.Shot;
import java.util.Optional;

/**
 * A file as it was received.
 *
 * @param width in pixels; null for a document, as {@code height}
 * @param shot what the camera says; unknown of a document
 * @param sentSha256 of the bytes that were sent, 64 hexadecimal digits
 * @param kept what was made of them
 */
public record ReceivedFile(
        FileKind kind, Integer width, Integer height, Shot shot, String sentSha256, StoredFile kept) {

    public ReceivedFile withoutPlace() {
        return new ReceivedFile(kind, width, height, new Shot(shot.at(), Optional.empty()), sentSha256, kept);
    }
}
