package dev.fieldservice.dispatch.worktypes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a photo of a job is evidence of. */
@Schema(name = "PhotoKind")
public enum PhotoKind {
    BEFORE,
    DURING,
    AFTER,
    SERIAL_PLATE,
    DOCUMENT
}
