package dev.fieldservice.billing.documents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How invoices and credit notes are made and sent. */
@ConfigMapping(prefix = "fieldservice.documents")
public interface DocumentsConfig {

    /** Documents held against the official rules at the same time; each takes a processor for a quarter of a second. */
    @WithDefault("2")
    int examinedAtOnce();

    /** Whether a document is sent to the buyer's billing address by itself once it is issued, if that is known. */
    @WithDefault("true")
    boolean sendAtIssue();
}
