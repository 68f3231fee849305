package dev.fieldservice.workorder.labour;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.workorder.workorders.Reversal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TimeEntry")
public record TimeEntryView(
        UUID id,
        UUID technicianId,
        String technicianName,
        TimeEntry.Kind kind,
        Instant startedAt,
        Instant endedAt,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                nullable = true,
                description = "Of a journey, where the driver said it",
                examples = "12.5")
        BigDecimal kilometres,

        @Schema(nullable = true, description = "In which visit it was spent; absent in those of before it was kept")
        UUID visitId,

        @Schema(nullable = true, description = "Where it was recorded otherwise than proposed")
        Correction correction,

        @Schema(nullable = true, description = "Once it was taken back: it counts no more")
        Reversal reversal) {

    public static TimeEntryView of(TimeEntry e) {
        return new TimeEntryView(
                e.id(),
                e.technicianId,
                e.technicianName,
                e.kind,
                e.startedAt,
                e.endedAt,
                e.kilometres,
                e.visitId,
                e.correction,
                e.reversal);
    }
}
