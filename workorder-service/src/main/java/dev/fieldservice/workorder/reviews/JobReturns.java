package dev.fieldservice.workorder.reviews;

import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.workorder.workorders.JobReturned;
import dev.fieldservice.workorder.workorders.KnownTicket;
import dev.fieldservice.workorder.workorders.Returning;
import dev.fieldservice.workorder.workorders.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The consumer of what finance sends back: it waits for its reviewer again, or is closed again where finance takes that back. */
@ApplicationScoped
public class JobReturns {

    private final Examining examining;

    public JobReturns(Examining examining) {
        this.examining = examining;
    }

    /** While it was closed it followed nothing that the ticket said. */
    public Uni<Void> heard(Tx tx, JobReturned news) {
        return KnownTicket.lock(tx, news.ticketId())
                .chain(known -> tx.load(WorkOrder.class, news.orderId())
                        .chain(order -> news.wasWithdrawn()
                                ? withdrawn(tx, order, news)
                                : returned(tx, order, news).invoke(() -> known.caughtUpBy(order, tx.by()))));
    }

    private Uni<Void> returned(Tx tx, WorkOrder order, JobReturned news) {
        return Returning.returned(order, news, tx.by())
                ? examining.completed(tx, order)
                : Uni.createFrom().voidItem();
    }

    private static Uni<Void> withdrawn(Tx tx, WorkOrder order, JobReturned news) {
        return Returning.withdrawn(order, news, tx.by())
                ? Closing.of(tx, order).invoke(Closing::tellAnew).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
