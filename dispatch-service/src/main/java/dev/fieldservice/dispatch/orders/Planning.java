package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.crews.Crew;
import dev.fieldservice.dispatch.technicians.Technicians;
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

    Uni<ServiceOrder> assign(Tx tx, UUID orderId, Assignment assignment) {
        assignment.requireOneWay();
        Window window = assignment.window().requirePlannable(tx.by().at());
        return orders.load(tx, orderId)
                .call(order -> team(tx, assignment)
                        .call(team -> bookings.requireFree(tx, team.members().keySet(), window))
                        .chain(team -> tx.add(order.assign(team, window, assignment.plannedParts(), tx.by()))));
    }

    Uni<ServiceOrder> claim(Tx tx, UUID orderId, Claim claim) {
        Window window = Optional.ofNullable(claim)
                .map(Claim::window)
                .orElseGet(() -> Window.from(tx.by().at()))
                .requirePlannable(tx.by().at());
        return orders.load(tx, orderId)
                .call(order -> self(tx).call(
                                self -> bookings.requireFree(tx, self.members().keySet(), window))
                        .chain(self -> tx.add(order.claim(self, window, tx.by()))));
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
