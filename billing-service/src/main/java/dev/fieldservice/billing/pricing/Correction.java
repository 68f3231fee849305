package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.platform.aggregates.By;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a price or a rate said until it was put right, and by whom, when and why that was done. */
@Schema(name = "PriceCorrection")
public record Correction(
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, description = "The wrong price or rate", examples = "2145.50")
        BigDecimal was,

        String reason,
        UUID by,
        String name,
        Instant at) {

    static Correction of(BigDecimal was, String reason, By by) {
        return new Correction(
                UnitPrice.readable(was), reason, by.id(), by.caller().name(), by.at());
    }

    /** As they are stored, oldest first. */
    record All(List<Correction> items) {
        static final All NONE = new All(List.of());

        All with(Correction more) {
            return new All(Stream.concat(items.stream(), Stream.of(more)).toList());
        }
    }
}
