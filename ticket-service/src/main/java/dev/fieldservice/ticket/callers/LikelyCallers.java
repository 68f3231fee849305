package dev.fieldservice.ticket.callers;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Those who may be calling. */
@Schema(name = "LikelyCallers")
public record LikelyCallers(
        @Schema(description = "The likeliest first; at most 20")
        List<LikelyCaller> items) {}
