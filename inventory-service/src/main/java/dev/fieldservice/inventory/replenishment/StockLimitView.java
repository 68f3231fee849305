package dev.fieldservice.inventory.replenishment;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "StockLimit")
public record StockLimitView(
        UUID id,
        UUID locationId,
        UUID partId,
        UUID fromLocationId,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "Below it the place is filled up; decimal string",
                type = SchemaType.STRING,
                maxLength = 10,
                examples = "2.000")
        BigDecimal minimum,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                description = "To which it is filled up; decimal string",
                type = SchemaType.STRING,
                maxLength = 10,
                examples = "5.000")
        BigDecimal maximum) {

    static StockLimitView of(StockLimit l) {
        return new StockLimitView(l.id(), l.locationId, l.partId, l.fromLocationId, l.minimum, l.maximum);
    }
}
