package dev.fieldservice.workorder.visits;

import dev.fieldservice.contracts.Quantity;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part without which the rest cannot be done. */
@Schema(name = "NeededPart")
public record NeededPart(UUID partId, String partNumber, String partName, Quantity quantity) {

    String words() {
        return "%s %s %s (%s)".formatted(quantity.amount().toPlainString(), quantity.unit(), partName, partNumber);
    }
}
