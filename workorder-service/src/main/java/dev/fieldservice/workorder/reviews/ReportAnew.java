package dev.fieldservice.workorder.reviews;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.errands.WorkOrderErrand.Closed;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The job that tells finance all that was done once more, under the next number, as something of it was taken back. One
 * that is open again meanwhile is told of when it is closed.
 */
@ApplicationScoped
public class ReportAnew implements InTransaction<Closed> {

    @Override
    public Class<Closed> content() {
        return Closed.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Closed> errand) {
        return tx.load(WorkOrder.class, errand.content().orderId())
                .chain(order -> order.isOpen()
                        ? Uni.createFrom().voidItem()
                        : Closing.of(tx, order).invoke(Closing::tellAnew).replaceWithVoid())
                .replaceWith(Next::done);
    }
}
