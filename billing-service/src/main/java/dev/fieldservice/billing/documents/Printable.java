package dev.fieldservice.billing.documents;

import java.time.Instant;
import java.util.Optional;

/**
 * What is printed of a document.
 *
 * @param xmlName of the XML inside; empty in a draft, which has none
 * @param at when it was issued
 */
record Printable(InvoiceDocument document, Optional<String> xmlName, Instant at) {

    static Printable of(IssuedDocument issued) {
        return new Printable(issued.document(), Optional.of(issued.xmlName()), issued.issuedAt);
    }

    static Printable draft(InvoiceDocument document, Instant now) {
        return new Printable(document, Optional.empty(), now);
    }

    boolean isDraft() {
        return xmlName.isEmpty();
    }
}
