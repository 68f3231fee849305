package dev.fieldservice.workorder.signatures;

import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;

/** What follows when it is recorded what the customer said, in the same transaction; a signature does not know who waits for it. */
@FunctionalInterface
public interface WhenSigned {

    Uni<Void> signed(Tx tx, WorkOrder order);
}
