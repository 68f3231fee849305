package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.crews.Crew;
import dev.fieldservice.dispatch.orders.ServiceOrderChange.Changed;
import dev.fieldservice.dispatch.technicians.Technicians;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts technicians on orders. Order first, then technicians: all plans take their locks in this order. */
@ApplicationScoped
public class Planning {

    private final ServiceOrders orders;
    private final Technicians technicians;
    private final Bookings bookings;

    public Planning(ServiceOrders orders, Technicians technicians, Bookings bookings) {
        this.orders = orders;
        this.technicians = technicians;
        this.bookings = bookings;
    }

    Uni<Changed> assign(Tx tx, UUID orderId, Assignment assignment) {
        assignment.requireOneWay();
        Window window = assignment.window().requirePlannable(tx.by().at());
        return orders.load(tx, orderId)
                .chain(order -> team(tx, assignment)
                        .map(team -> new Booking(team, window, assignment.plannedParts()))
                        .chain(booking -> book(tx, order, booking, Plan::assign)));
    }

    Uni<Changed> claim(Tx tx, UUID orderId, Claim claim) {
        Window window = Optional.ofNullable(claim)
                .map(Claim::window)
                .orElseGet(() -> Window.from(tx.by().at()))
                .requirePlannable(tx.by().at());
        return orders.load(tx, orderId)
                .chain(order -> self(tx).map(self -> new Booking(self, window, List.of()))
                        .chain(booking -> book(tx, order, booking, Plan::claim)));
    }

    private Uni<Changed> book(Tx tx, ServiceOrder order, Booking booking, How how) {
        return bookings.requireFree(tx, booking.team().members().keySet(), booking.window())
                .chain(() -> orders.plan(tx, order))
                .chain(plan -> tx.add(how.decide(plan, booking, tx.by())))
                .map(visit -> new Changed(order, Optional.of(visit)));
    }

    /** Assign or claim. */
    private interface How {
        Appointment decide(Plan plan, Booking booking, By by);
    }

    private Uni<Team> team(Tx tx, Assignment assignment) {
        if (!assignment.isForCrew()) {
            List<UUID> ids = assignment.technicianIds();
            UUID lead = Optional.ofNullable(assignment.leadId()).orElse(ids.getFirst());
            return team(tx, ids, lead, "/technicianIds");
        }
        return tx.session()
                .find(Crew.class, assignment.crewId())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.RuleViolated.unknown("/crewId", "crew"))
                .chain(crew -> team(
                        tx,
                        crew.memberIds(),
                        Optional.ofNullable(assignment.leadId()).orElse(crew.leadId()),
                        "/crewId"));
    }

    private Uni<Team> team(Tx tx, List<UUID> ids, UUID lead, String pointer) {
        if (!ids.contains(lead)) {
            throw Refusal.RuleViolated.unknown("/leadId", "technician among those who go");
        }
        return technicians.lock(tx, ids, pointer).map(members -> new Team(members, lead));
    }

    private Uni<Team> self(Tx tx) {
        UUID id = tx.by().id();
        return technicians
                .lock(tx, List.of(id), "")
                .onFailure(dev.fieldservice.platform.problems.Refused.class)
                .transform(unknown -> new Refusal.RuleViolated(
                                "not-registered", "You are not registered as a technician. Ask a dispatcher.")
                        .refused())
                .map(members -> new Team(members, id));
    }
}
