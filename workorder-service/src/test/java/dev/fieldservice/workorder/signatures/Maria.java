package dev.fieldservice.workorder.signatures;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.workorder.workorders.WorkOrder;

/** The customer of tests that need no screen. */
public final class Maria {

    private Maria() {}

    public static Signature signs(WorkOrder order, By by) {
        String shown = order.signingContent().hash();
        return Signature.of(order, new Sign(Signature.Outcome.SIGNED, shown, "Maria Ionescu", "AAAA", null), by);
    }

    public static boolean hasSignedExactly(WorkOrder order) {
        return order.signature().orElseThrow().verifies(order.signingContent());
    }
}
