package dev.fieldservice.workorder.parts;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.workorder.visits.Attendance;
import dev.fieldservice.workorder.visits.Clocks;
import dev.fieldservice.workorder.workorders.WorkOrder;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** The part of tests that need no catalogue. */
public final class Refrigerant {

    private Refrigerant() {}

    public static PartUsage used(WorkOrder order, Attendance there, By by) {
        KnownPart part = new KnownPart();
        part.partId = UUID.randomUUID();
        part.number = "R-449A";
        part.name = "Agent frigorific R-449A";
        part.unit = "KGM";
        Quantity half = new Quantity(new BigDecimal("0.5"), part.unit);
        return PartUsage.of(
                order,
                there,
                new UsePart(part.partId, half, null, null, null, null, null, null, null, null),
                new Catalogue.Taken(part, part, UUID.randomUUID(), null, null, null),
                Clocks.USUAL,
                by);
    }

    public static PartUsage takenBack(WorkOrder order, PartUsage usage, By by) {
        return usage.reverse(order, "Mistake", Optional.empty(), by);
    }
}
