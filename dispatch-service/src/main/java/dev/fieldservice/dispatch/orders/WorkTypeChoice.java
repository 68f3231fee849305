package dev.fieldservice.dispatch.orders;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of work an order is. */
public record WorkTypeChoice(
        @Schema(nullable = true, description = "Absent: none in particular, and nothing is asked for")
        UUID workTypeId) {}
