package dev.fieldservice.dispatch.notices;

import dev.fieldservice.dispatch.errands.DispatchErrand;
import dev.fieldservice.dispatch.orders.ServiceOrder;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Keeps what customers are told of visits, and has it sent, also where the addressee is corrected before that. */
@ApplicationScoped
public class VisitNotices {

    private static final String UNSENT = """
            from VisitNotice where orderId = :order and delivery.state in (PENDING, FAILED, NOT_POSSIBLE) order by id""";

    private final Mails mails;

    public VisitNotices(Mails mails) {
        this.mails = mails;
    }

    public Uni<Void> add(Tx tx, VisitNotice notice) {
        return tx.add(notice)
                .chain(() ->
                        notice.isPending() ? send(tx, notice) : Uni.createFrom().voidItem());
    }

    private Uni<Void> send(Tx tx, VisitNotice notice) {
        return mails.later(tx, DispatchErrand.DELAY_MAIL, notice.subject(), new VisitMail.Content(notice.id()));
    }

    /** Whoever had no address, or a wrong one, is told if it is still true; an order has few such notices. */
    public Uni<Void> follow(Tx tx, ServiceOrder order) {
        return unsent(tx, order).chain(notices -> {
            Uni<Void> done = Uni.createFrom().voidItem();
            for (VisitNotice notice : notices) {
                if (notice.isOver(tx.by().at())) {
                    notice.over(tx.by());
                } else if (notice.readdress(order.jobCard(), tx.by())) {
                    done = done.chain(() -> send(tx, notice));
                }
            }
            return done;
        });
    }

    private static Uni<List<VisitNotice>> unsent(Tx tx, ServiceOrder order) {
        return tx.session()
                .createSelectionQuery(UNSENT, VisitNotice.class)
                .setParameter("order", order.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .invoke(notices -> notices.forEach(tx::watch));
    }
}
