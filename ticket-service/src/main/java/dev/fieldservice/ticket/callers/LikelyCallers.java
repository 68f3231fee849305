package dev.fieldservice.ticket.callers;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Those who may be calling. */
@Schema(name = "LikelyCallers")
public record LikelyCallers(
        @Schema(
                description =
                        "What is just as it was said before what begins so, that before what it occurs in, and within these the"
                                + " likest first; at most 20")
        List<LikelyCaller> items) {}
