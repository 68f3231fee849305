package dev.fieldservice.workorder.signatures;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.workorders.WorkOrder;

/** The customer of tests that need no screen. */
public final class Maria {

    private Maria() {}

    public static Signature signs(WorkOrder order, Done done, By by) {
        SigningContent shown = SigningContent.of(order, done);
        Sign request = new Sign(Signature.Outcome.SIGNED, shown.hash(), "Maria Ionescu", "AAAA", null, null);
        return Signature.of(order, shown, done.photos(), request, by);
    }
}
