package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.dispatch.company.YearlyNumbers;
import dev.fieldservice.dispatch.technicians.Technician;
import dev.fieldservice.dispatch.technicians.Technicians;
import dev.fieldservice.dispatch.visibility.Visibility;
import dev.fieldservice.dispatch.worktypes.WorkTypes;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds service orders, and makes them. */
@ApplicationScoped
public class ServiceOrders {

    private final Technicians technicians;
    private final Bookings bookings;

    public ServiceOrders(Technicians technicians, Bookings bookings) {
        this.technicians = technicians;
        this.bookings = bookings;
    }

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
        Uni<Visits> found = order.hasPlan()
                ? Appointments.ahead(tx, order)
                : Uni.createFrom().item(Visits.NONE);
        return found.invoke(visits -> order.withhold(visits.withheld(order))).map(visits -> new Plan(order, visits));
    }

    /** Who lacks a required skill is not offered to take the order, which would be refused. */
    Uni<Void> offer(Mutiny.Session session, ServiceOrder order, Caller caller) {
        if (!order.isInOpenPool() || !caller.is(Role.TECHNICIAN)) {
            return Uni.createFrom().voidItem();
        }
        return session.find(Technician.class, caller.id())
                .invoke(self -> {
                    if (self == null || !Skills.missing(order, self.skills()).isEmpty()) {
                        order.withhold(Set.of("claim"));
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Refused with 404 where the caller does not see it as it is now. Nothing is locked yet, so of two who claim at once both
     * have seen it, and the one who comes too late is told so.
     */
    Uni<Void> requireSeen(Tx tx, UUID id) {
        return Visibility.of(tx.by().caller()).ofOrder(tx.session(), id).map(isSeen -> {
            if (!isSeen) {
                throw new Refusal.NotFound("service order").refused();
            }
            return null;
        });
    }

    /** For reading, with all its appointments; null if there is none that the caller may see. */
    Uni<ServiceOrderView.Whole> find(Mutiny.Session session, UUID id, Caller caller) {
        return session.find(ServiceOrder.class, id)
                .onItem()
                .ifNotNull()
                .transformToUni(order -> Appointments.ofOrder(session, id)
                        .invoke(visits -> order.withhold(new Visits(visits).withheld(order)))
                        .call(() -> offer(session, order, caller))
                        .chain(visits -> isVisible(order, visits, Visibility.of(caller))
                                ? whole(session, order, visits)
                                : Uni.createFrom().nullItem()));
    }

    /** What is missing is asked anew: people learn and forget, and the ticket may be corrected. */
    private Uni<ServiceOrderView.Whole> whole(Mutiny.Session session, ServiceOrder order, List<Appointment> visits) {
        List<UUID> going = visits.stream()
                .filter(visit -> visit.state().isAhead())
                .flatMap(visit -> visit.technicianIds().stream())
                .toList();
        return technicians
                .skills(session, going)
                .map(had -> going.isEmpty() ? List.<String>of() : Skills.missing(order, had))
                .map(missing -> new ServiceOrderView.Whole(order, visits, missing));
    }

    private static boolean isVisible(ServiceOrder order, List<Appointment> visits, Visibility visibility) {
        return visibility.includesOrder(
                order.isInOpenPool(), technician -> visits.stream().anyMatch(visit -> visit.isGivenTo(technician)));
    }

    /** For a job of the queue about one visit, whatever became of it; its order is locked. */
    public Uni<OrderVisit> visit(Tx tx, UUID orderId, UUID visitId) {
        return load(tx, orderId)
                .chain(order -> Appointments.aheadOr(tx, order, visitId)
                        .map(visits -> new OrderVisit(order, visits.get(visitId))));
    }

    /**
     * Makes the order of a ticket as soon as work is wanted, and a further one each time it is opened again; the last of them follows
     * what is newer, in whatever order that comes.
     *
     * @return the order that follows; empty where nothing was news to one
     */
    public Uni<Optional<ServiceOrder>> hear(Tx tx, TicketTold ticket) {
        return known(tx, ticket.ticketId())
                .chain(known -> known.isNews(ticket)
                        ? hear(tx, ticket, known)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<ServiceOrder>> hear(Tx tx, TicketTold ticket, KnownTicket known) {
        if (known.hasOrder() && !known.lacksOrderOf(ticket)) {
            return load(tx, known.orderId)
                    .chain(order -> Appointments.ahead(tx, order).map(visits -> new Plan(order, visits)))
                    .invoke(plan -> plan.follow(ticket, tx.by()))
                    .call(plan ->
                            bookings.giveBack(tx, plan.order(), plan.visits().all()))
                    .map(plan -> Optional.of(plan.order()));
        }
        return switch (ticket.work()) {
            case WANTED -> create(tx, ticket, known).replaceWith(Optional.empty());
            case NOT_YET, ON_HOLD, CALLED_OFF -> Uni.createFrom().item(Optional.empty());
        };
    }

    private static Uni<Void> create(Tx tx, TicketTold ticket, KnownTicket known) {
        return YearlyNumbers.next(tx, "service_order_number", "SO-%d-%06d")
                .chain(number -> WorkTypes.defaultFor(tx, ticket.serviceType())
                        .map(workType -> ServiceOrder.create(ticket, number, workType, tx.by())))
                .invoke(order -> known.orderId = order.id())
                .chain(tx::add)
                .replaceWithVoid();
    }

    /** The ticket's row, locked. The insert makes two first events about a ticket wait for each other. */
    private static Uni<KnownTicket> known(Tx tx, UUID ticketId) {
        return tx.session()
                .createNativeQuery(
                        "insert into known_ticket (ticket_id, ticket_version) values (?1, -1) on conflict do nothing")
                .setParameter(1, ticketId)
                .executeUpdate()
                .chain(() -> tx.session().find(KnownTicket.class, ticketId, LockMode.PESSIMISTIC_WRITE));
    }
}
