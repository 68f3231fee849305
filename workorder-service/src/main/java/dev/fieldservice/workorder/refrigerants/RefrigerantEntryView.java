package dev.fieldservice.workorder.refrigerants;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.workorder.workorders.Reversal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RefrigerantEntry")
public record RefrigerantEntryView(
        UUID id,
        UUID workOrderId,
        String orderNumber,

        @Schema(description = "The machine, as it was called then")
        AssetRef asset,

        RefrigerantEntry.Kind kind,
        @Schema(nullable = true) String refrigerant,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, nullable = true, description = "Decimal string")
        BigDecimal kilograms,

        @Schema(nullable = true) String cylinder,
        @Schema(nullable = true) RefrigerantEntry.Origin origin,
        @Schema(nullable = true) String facility,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, nullable = true, description = "Decimal string")
        BigDecimal bar,

        @Schema(nullable = true) Integer minutes,
        @Schema(nullable = true) Boolean tight,
        UUID technicianId,
        String technicianName,
        Instant occurredAt,

        @Schema(nullable = true, description = "Once it was taken back: it counts no more")
        Reversal reversal) {

    public static RefrigerantEntryView of(RefrigerantEntry e) {
        return new RefrigerantEntryView(
                e.id(),
                e.workOrderId(),
                e.orderNumber,
                e.asset,
                e.kind,
                e.refrigerant,
                e.kilograms,
                e.cylinder,
                e.origin,
                e.facility,
                e.bar,
                e.minutes,
                e.tight,
                e.technicianId,
                e.technicianName,
                e.occurredAt,
                e.reversal);
    }
}
