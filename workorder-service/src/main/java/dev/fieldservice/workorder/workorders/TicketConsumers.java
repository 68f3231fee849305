package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** What the ticket service tells of a ticket: open work follows it, what is closed stays as it was. */
public final class TicketConsumers {

    private TicketConsumers() {}

    public static Uni<Void> changed(Tx tx, TicketTold ticket) {
        return KnownTicket.lock(tx, ticket.ticketId())
                .chain(known -> known.hear(ticket)
                        ? follow(tx, ticket)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Void> follow(Tx tx, TicketTold ticket) {
        return ofTicket(tx, ticket.ticketId())
                .invoke(orders -> orders.forEach(order -> follow(order, ticket, tx.by())))
                .replaceWithVoid();
    }

    private static Uni<List<WorkOrder>> ofTicket(Tx tx, UUID ticketId) {
        return tx.session()
                .createSelectionQuery("from WorkOrder where ticketId = :ticket order by id", WorkOrder.class)
                .setParameter("ticket", ticketId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .invoke(orders -> orders.forEach(tx::watch));
    }

    static void follow(WorkOrder order, TicketTold ticket, By by) {
        if (order.isOpen()) {
            correct(order, ticket, by);
            // What is not begun is taken away by dispatch while the customer is waited for; what has begun goes on.
            if (ticket.callsOff(order.id())) {
                callOff(order, ticket, by);
            }
        }
    }

    /** The newest card stands, whether dispatch or the ticket service has told it. */
    private static void correct(WorkOrder order, TicketTold ticket, By by) {
        boolean isNews = ticket.ticketVersion() > order.ticketVersion;
        order.ticketVersion = Math.max(order.ticketVersion, ticket.ticketVersion());
        if (isNews && !ticket.card().equals(order.jobCard)) {
            order.jobCard = ticket.card();
            order.note("TICKET_CORRECTED", null, by);
            order.touch(by);
        }
    }

    private static void callOff(WorkOrder order, TicketTold ticket, By by) {
        if (order.calledOff == null) {
            order.calledOff = new CalledOff(ticket.changedAt(), ticket.reason());
            order.note("CALLED_OFF", ticket.reason(), by);
            order.touch(by);
        }
    }
}
