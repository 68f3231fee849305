package dev.fieldservice.workorder.workorders;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What finance found fault with in a closed job. */
@Schema(name = "JobReturn", description = "Finance sent the closed job back: it is put right and closed again")
public record JobReturn(
        @Schema(description = "How often it was sent back: 1 the first time")
        int number,

        Shortcoming shortcoming,
        String reason,

        @Schema(description = "Who of finance sent it back") String name,

        Instant at) {}
