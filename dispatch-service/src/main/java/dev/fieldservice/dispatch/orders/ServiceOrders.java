package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.company.YearlyNumbers;
import dev.fieldservice.dispatch.visibility.Visibility;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds service orders, and makes them. */
@ApplicationScoped
public class ServiceOrders {

    /** For a command: locked, and with it its appointments, which nobody changes without it. */
    Uni<ServiceOrder> load(Tx tx, UUID id) {
        return tx.load(ServiceOrder.class, id);
    }

    /** The same for several, locked in the order of their ids: two commands over the same orders do not block each other. */
    public Uni<List<ServiceOrder>> loadAll(Tx tx, List<UUID> ids) {
        return tx.session()
                .createSelectionQuery("from ServiceOrder where id in :ids order by id", ServiceOrder.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .invoke(orders -> orders.forEach(tx::watch));
    }

    /** For a command on the plan: the order, locked, and what is planned. */
    Uni<Plan> plan(Tx tx, UUID id) {
        return load(tx, id).chain(order -> plan(tx, order));
    }

    Uni<Plan> plan(Tx tx, ServiceOrder order) {
        return order.isScheduled()
                ? Appointments.ahead(tx, order).map(visits -> new Plan(order, visits))
                : Uni.createFrom().item(new Plan(order, Visits.NONE));
    }

    /** For reading, with all its appointments; null if there is none that the caller may see. */
    Uni<ServiceOrderView.Whole> find(Mutiny.Session session, UUID id, Caller caller) {
        return session.find(ServiceOrder.class, id)
                .onItem()
                .ifNotNull()
                .transformToUni(order -> Appointments.ofOrder(session, id)
                        .map(visits -> isVisible(order, visits, Visibility.of(caller))
                                ? new ServiceOrderView.Whole(order, visits)
                                : null));
    }

    private static boolean isVisible(ServiceOrder order, List<Appointment> visits, Visibility visibility) {
        return visibility.includesOrder(
                order.isInOpenPool(), technician -> visits.stream().anyMatch(visit -> visit.isGivenTo(technician)));
    }

    /** Makes the order of a ticket, once, however often and in whatever order the ticket's events come. */
    public Uni<Void> create(Tx tx, TicketCreated ticket) {
        return known(tx, ticket.ticketId())
                .chain(known -> known.hasOrder()
                        ? Uni.createFrom().voidItem()
                        : YearlyNumbers.next(tx, "service_order_number", "SO-%d-%06d")
                                .chain(number -> create(tx, ticket, number, known)));
    }

    private static Uni<Void> create(Tx tx, TicketCreated ticket, String number, KnownTicket known) {
        ServiceOrder order = ServiceOrder.create(ticket, number, tx.by());
        known.orderId = order.id();
        if (known.isCancelled()) {
            new Plan(order, Visits.NONE).cancel(known.cancelReason, known.cancelledAt, tx.by());
        }
        return tx.add(order).replaceWithVoid();
    }

    /** Cancels the order of a ticket, or keeps the cancellation for the order that is still to come. */
    public Uni<Void> cancel(Tx tx, TicketCancelled ticket) {
        return known(tx, ticket.ticketId())
                .invoke(known -> known.cancel(ticket.reason(), ticket.cancelledAt()))
                .chain(known -> known.hasOrder()
                        ? plan(tx, known.orderId)
                                .invoke(plan -> plan.cancel(ticket.reason(), ticket.cancelledAt(), tx.by()))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** The ticket's row, locked. The insert makes two first events about a ticket wait for each other. */
    private static Uni<KnownTicket> known(Tx tx, UUID ticketId) {
        return tx.session()
                .createNativeQuery("insert into known_ticket (ticket_id) values (?1) on conflict do nothing")
                .setParameter(1, ticketId)
                .executeUpdate()
                .chain(() -> tx.session().find(KnownTicket.class, ticketId, LockMode.PESSIMISTIC_WRITE));
    }
}
