package dev.fieldservice.platform.documents;

import dev.fieldservice.platform.files.StoredFile;

/**
 * A file as it was received.
 *
 * @param width in pixels; null for a document, as {@code height}
 * @param sentSha256 of the bytes that were sent, 64 hexadecimal digits
 * @param kept what was made of them
 */
public record ReceivedFile(FileKind kind, Integer width, Integer height, String sentSha256, StoredFile kept) {}
