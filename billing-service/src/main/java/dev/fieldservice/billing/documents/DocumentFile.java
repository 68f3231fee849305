package dev.fieldservice.billing.documents;

import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a document that is issued.
 *
 * @param language of the PDF; null of the XML
 * @param sha256 by which the store finds it
 * @param size in bytes
 */
public record DocumentFile(String language, String sha256, long size) {

    /** Those of a document: the XML, and a PDF for each language in which somebody has wanted it. */
    record All(List<DocumentFile> items) {

        static final All NONE = new All(List.of());

        All with(DocumentFile more) {
            return new All(Stream.concat(items.stream(), Stream.of(more)).toList());
        }
    }
}
