package dev.fieldservice.workorder.parts;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.workorder.workorders.WorkOrder;
import java.math.BigDecimal;
import java.util.UUID;

/** The part of tests that need no catalogue. */
public final class Refrigerant {

    private Refrigerant() {}

    public static PartUsage used(WorkOrder order, By by) {
        KnownPart part = new KnownPart();
        part.partId = UUID.randomUUID();
        part.number = "R-449A";
        part.name = "Agent frigorific R-449A";
        part.unit = "KGM";
        Quantity half = new Quantity(new BigDecimal("0.5"), part.unit);
        return PartUsage.of(order, new UsePart(part.partId, half, null, null, null, null), part, UUID.randomUUID(), by);
    }

    public static PartUsage takenBack(WorkOrder order, PartUsage usage, By by) {
        return usage.reverse(order, "Mistake", by);
    }
}
