package dev.fieldservice.workorder.reviews;

import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.signatures.WhenSigned;
import dev.fieldservice.workorder.workorders.Examination;
import dev.fieldservice.workorder.workorders.ExaminedBy;
import dev.fieldservice.workorder.workorders.Review;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What nobody needs to examine is not looked at by itself any more when it has waited too long; a signature has it looked at again. */
@ApplicationScoped
public class LateSignature implements WhenSigned {

    private final Examining examining;
    private final ReviewsConfig config;

    public LateSignature(Examining examining, ReviewsConfig config) {
        this.examining = examining;
        this.config = config;
    }

    @Override
    public Uni<Void> signed(Tx tx, WorkOrder order) {
        Review review = Examining.review(order);
        Examination examination = review.examination();
        boolean isForgotten = order.isCompleted()
                && examination != null
                && examination.examinedBy() == ExaminedBy.NOBODY
                && !tx.by().at().isBefore(review.awaitedSince().plus(config.patience()));
        return isForgotten
                ? examining.lookAt(tx, order, tx.by().at())
                : Uni.createFrom().voidItem();
    }
}
