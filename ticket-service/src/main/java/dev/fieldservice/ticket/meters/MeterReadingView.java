package dev.fieldservice.ticket.meters;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MeterReading")
public record MeterReadingView(
        UUID id,
        UUID assetId,
        String unit,
        MeterReading.Kind kind,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "What it showed", examples = "5212.5")
        BigDecimal reading,

        Instant readAt,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                type = SchemaType.STRING,
                description =
                        "What all meters of this unit have counted on the machine, beginning with what the first showed",
                examples = "5212.5")
        BigDecimal total,

        Instant recordedAt,
        UUID recordedBy) {

    static MeterReadingView of(MeterReading r) {
        return new MeterReadingView(
                r.id(), r.assetId, r.unit, r.kind, r.reading, r.readAt, r.total, r.recordedAt, r.recordedBy);
    }
}
