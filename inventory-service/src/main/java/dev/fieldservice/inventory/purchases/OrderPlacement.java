package dev.fieldservice.inventory.purchases;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When what is ordered now is expected. */
@Schema(name = "OrderPlacement")
public record OrderPlacement(
        @Schema(
                nullable = true,
                description = "Not before today; without it, after the longest lead time of its lines",
                examples = "2026-12-04")
        LocalDate expectedOn) {}
