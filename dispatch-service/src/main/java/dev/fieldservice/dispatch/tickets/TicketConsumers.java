package dev.fieldservice.dispatch.tickets;

import dev.fieldservice.dispatch.notices.VisitNotices;
import dev.fieldservice.dispatch.orders.ServiceOrders;
import dev.fieldservice.dispatch.orders.TicketTold;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What the ticket service tells of a ticket: its order follows, and so do messages about it that are not sent yet. */
@ApplicationScoped
public class TicketConsumers {

    private final ServiceOrders orders;
    private final VisitNotices notices;

    public TicketConsumers(ServiceOrders orders, VisitNotices notices) {
        this.orders = orders;
        this.notices = notices;
    }

    public Uni<Void> told(Tx tx, TicketTold ticket) {
        return orders.hear(tx, ticket)
                .chain(order -> order.map(known -> notices.follow(tx, known))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
