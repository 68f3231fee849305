package dev.fieldservice.billing.margins;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.invoices.LineKind;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was used or worked and has no cost. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MissingCost")
public record MissingCost(
        LineKind kind,

        @Schema(nullable = true, description = "Of parts") UUID partId,

        @Schema(nullable = true) String partNumber,
        @Schema(nullable = true) String partName,

        @Schema(description = "How many usages, time entries, each day of them, or journeys")
        long count,

        @Schema(description = "The first day from which a cost is needed")
        LocalDate firstDay,

        LocalDate lastDay) {

    static MissingCost of(Tuple row) {
        return new MissingCost(
                LineKind.valueOf(row.get("kind", String.class)),
                row.get("part_id", UUID.class),
                row.get("number", String.class),
                row.get("name", String.class),
                row.get("missing", Long.class),
                row.get("first_day", LocalDate.class),
                row.get("last_day", LocalDate.class));
    }

    /** Where in the list it is. */
    String position() {
        return kind + "|" + (partId == null ? "" : partId);
    }
}
