package dev.fieldservice.workorder.reviews;

import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.done.Done;
import dev.fieldservice.workorder.errands.WorkOrderErrand;
import dev.fieldservice.workorder.steps.WhenCompleted;
import dev.fieldservice.workorder.workorders.Examination;
import dev.fieldservice.workorder.workorders.Review;
import dev.fieldservice.workorder.workorders.Reviewing;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Gives a completed job to whom the rules say, once: a moment after it was completed, or when somebody examines it before that. */
@ApplicationScoped
public class Examining implements WhenCompleted {

    private final ReviewRules rules;
    private final Errands errands;

    public Examining(ReviewRules rules, Errands errands) {
        this.rules = rules;
        this.errands = errands;
    }

    /** Where there are no rules it is for any supervisor, and nothing follows. */
    @Override
    public Uni<Void> completed(Tx tx, WorkOrder order) {
        return rules.inForce(tx)
                .chain(inForce -> inForce.isEmpty() && review(order).examination() == null
                        ? Uni.createFrom().voidItem()
                        : lookAt(tx, order, tx.by().at()));
    }

    Uni<Void> assign(Tx tx, WorkOrder order) {
        boolean isAwaited =
                review(order).state() == Review.State.PENDING && review(order).examination() == null;
        return !isAwaited
                ? Uni.createFrom().voidItem()
                : rules.inForce(tx)
                        .chain(inForce -> inForce.isEmpty() ? Uni.createFrom().voidItem() : assign(tx, order, inForce));
    }

    private static Uni<Void> assign(Tx tx, WorkOrder order, List<ReviewRule> inForce) {
        return Done.on(tx.session(), order.id())
                .invoke(done -> Reviewing.assign(
                        order,
                        inForce.stream()
                                .filter(rule -> rule.fits(order.facts(), done))
                                .findFirst()
                                .map(ReviewRule::examination)
                                .orElseGet(Examination::byAnySupervisor),
                        tx.by()))
                .replaceWithVoid();
    }

    /** Has it looked at then, unless it does not wait any more. */
    Uni<Void> lookAt(Tx tx, WorkOrder order, Instant due) {
        return errands.later(
                tx,
                WorkOrderErrand.REVIEW_AWAITED,
                order.subject(),
                new WorkOrderErrand.Awaited(order.id(), review(order).awaitedSince()),
                due);
    }

    static Review review(WorkOrder order) {
        return order.facts().review();
    }
}
