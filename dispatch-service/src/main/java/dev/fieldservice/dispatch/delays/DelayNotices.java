package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.errands.DispatchErrand;
import dev.fieldservice.dispatch.orders.ServiceOrder;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Delay notices whose addressee was corrected before they were sent. */
@ApplicationScoped
public class DelayNotices {

    private static final String UNSENT = """
            from DelayNotice where orderId = :order and delivery.state in (PENDING, FAILED, NOT_POSSIBLE) order by id""";

    private final Mails mails;

    public DelayNotices(Mails mails) {
        this.mails = mails;
    }

    /** Whoever had no address, or a wrong one, is told if it is still true; an order has few such notices. */
    public Uni<Void> follow(Tx tx, ServiceOrder order) {
        return unsent(tx, order).chain(notices -> {
            Uni<Void> done = Uni.createFrom().voidItem();
            for (DelayNotice notice : notices) {
                if (notice.isOver(tx.by().at())) {
                    notice.over(tx.by());
                } else if (notice.readdress(order.jobCard(), tx.by())) {
                    done = done.chain(() -> mails.later(
                            tx, DispatchErrand.DELAY_MAIL, notice.subject(), new DelayMail.Content(notice.id())));
                }
            }
            return done;
        });
    }

    private static Uni<List<DelayNotice>> unsent(Tx tx, ServiceOrder order) {
        return tx.session()
                .createSelectionQuery(UNSENT, DelayNotice.class)
                .setParameter("order", order.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .invoke(notices -> notices.forEach(tx::watch));
    }
}
