package dev.fieldservice.workorder.steps;

import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;

/** What follows when the technicians are done, in the same transaction; a step does not know who examines what it has ended. */
@FunctionalInterface
public interface WhenCompleted {

    Uni<Void> completed(Tx tx, WorkOrder order);
}
