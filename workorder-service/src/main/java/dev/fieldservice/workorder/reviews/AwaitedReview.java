package dev.fieldservice.workorder.reviews;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.errands.WorkOrderErrand.Awaited;
import dev.fieldservice.workorder.workorders.Examination;
import dev.fieldservice.workorder.workorders.ExaminedBy;
import dev.fieldservice.workorder.workorders.Reviewing;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * The job that looks at what waits to be examined: gives it to whom the rules say, closes what nobody needs to examine once the
 * customer has signed it, and opens to any supervisor what has waited too long.
 */
@ApplicationScoped
public class AwaitedReview implements InTransaction<Awaited> {

    private final Examining examining;
    private final ReviewsConfig config;

    public AwaitedReview(Examining examining, ReviewsConfig config) {
        this.examining = examining;
        this.config = config;
    }

    @Override
    public Class<Awaited> content() {
        return Awaited.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Awaited> errand) {
        return tx.load(WorkOrder.class, errand.content().orderId())
                .chain(order -> order.isOpen()
                                && errand.content()
                                        .since()
                                        .equals(Examining.review(order).awaitedSince())
                        ? lookAt(tx, order, errand.content().since().plus(config.patience()))
                        : Uni.createFrom().voidItem())
                .replaceWith(Next::done);
    }

    /** While a follow-up goes on it is laid aside, and may come to wait again. */
    private Uni<Void> lookAt(Tx tx, WorkOrder order, Instant patienceEnds) {
        return order.isCompleted()
                ? examining.assign(tx, order).chain(() -> goOn(tx, order, patienceEnds))
                : examining.lookAt(tx, order, tx.by().at().plus(config.patience()));
    }

    private Uni<Void> goOn(Tx tx, WorkOrder order, Instant patienceEnds) {
        Examination examination = Examining.review(order).examination();
        boolean isOver = !tx.by().at().isBefore(patienceEnds);
        if (examination == null || examination.examinedBy() == ExaminedBy.ANY_SUPERVISOR || examination.wasOpened()) {
            return Uni.createFrom().voidItem();
        }
        if (examination.examinedBy() == ExaminedBy.NOBODY) {
            return Closing.of(tx, order)
                    .chain(closing -> closing.closeUnexamined() || isOver
                            ? Uni.createFrom().voidItem()
                            : examining.lookAt(tx, order, tx.by().at().plus(config.signatureEvery())));
        }
        if (isOver) {
            Reviewing.open(order, tx.by());
            return Uni.createFrom().voidItem();
        }
        return examining.lookAt(tx, order, patienceEnds);
    }
}
