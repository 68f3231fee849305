package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.crews.Crew;
import dev.fieldservice.dispatch.orders.ServiceOrderChange.Changed;
import dev.fieldservice.dispatch.worktypes.WorkTypes;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Puts technicians on orders. Order first, then technicians: all plans take their locks in this order. */
@ApplicationScoped
public class Planning {

    private final ServiceOrders orders;
    private final Bookings bookings;
    private final VisitNews news;

    public Planning(ServiceOrders orders, Bookings bookings, VisitNews news) {
        this.orders = orders;
        this.bookings = bookings;
        this.news = news;
    }

    /** Who is to go when; while somebody is at it, who else is. */
    Uni<Changed> assign(Tx tx, UUID orderId, Assignment assignment) {
        return load(tx, orderId, assignment)
                .chain(order -> order.hasBegun()
                        ? orders.plan(tx, order).chain(plan -> assign(tx, plan, assignment))
                        : plan(tx, order, assignment, Plan::assign));
    }

    private Uni<Changed> assign(Tx tx, Plan plan, Assignment assignment) {
        return plan.underWay()
                .map(visit -> changeCrew(tx, plan, visit, assignment))
                .orElseGet(() -> plan(tx, plan.order(), assignment, Plan::assign));
    }

    Uni<Changed> planVisit(Tx tx, UUID orderId, Assignment assignment) {
        return load(tx, orderId, assignment).chain(order -> plan(tx, order, assignment, Plan::planVisit));
    }

    private Uni<ServiceOrder> load(Tx tx, UUID orderId, Assignment assignment) {
        assignment.requireOneWay();
        assignment.window().requireSound(tx.by().at());
        return orders.load(tx, orderId);
    }

    private Uni<Changed> plan(Tx tx, ServiceOrder order, Assignment assignment, How how) {
        Window window = assignment.window().requirePlannable(tx.by().at());
        return team(tx, assignment, new Bookings.Asked(order.id(), window))
                .chain(team -> book(tx, order, assignment.booking(team, window), how)
                        .invoke(() -> requireSkills(order, team, assignment, tx.by())));
    }

    /** The window of the visit may be over: what goes on takes as long as it takes. */
    private Uni<Changed> changeCrew(Tx tx, Plan plan, Appointment visit, Assignment assignment) {
        ServiceOrder order = plan.order();
        Window rest = visit.rest(tx.by().at());
        return team(tx, assignment, new Bookings.Asked(order.id(), rest))
                .call(team -> bookings.requireFreeFor(tx, visit, team, rest))
                .invoke(team -> {
                    var _ = plan.changeCrew(visit, assignment.booking(team, assignment.window()), tx.by());
                    requireSkills(order, team, assignment, tx.by());
                })
                .chain(() -> bookings.giveBack(tx, order, List.of(visit)))
                .replaceWith(new Changed(order, Optional.of(visit)));
    }

    Uni<Changed> claim(Tx tx, UUID orderId, Claim claim) {
        Instant now = tx.by().at();
        Optional<Window> wished =
                Optional.ofNullable(claim).map(Claim::window).map(window -> window.requirePlannable(now));
        return orders.requireSeen(tx, orderId)
                .chain(() -> orders.plan(tx, orderId))
                .chain(plan -> plan.claimed(tx.by().id(), wished)
                        .map(visit -> Uni.createFrom().item(new Changed(plan.order(), Optional.of(visit))))
                        .orElseGet(() -> claim(
                                tx,
                                plan.order(),
                                wished.orElseGet(() -> plan.order().usualWindow(now)))));
    }

    private Uni<Changed> claim(Tx tx, ServiceOrder order, Window window) {
        return self(tx, new Bookings.Asked(order.id(), window))
                .chain(self -> book(tx, order, Booking.of(self, window), Plan::claim)
                        .invoke(() -> Skills.require(order, self, "")));
    }

    private static void requireSkills(ServiceOrder order, Team team, Assignment assignment, By by) {
        if (assignment.skillOverrideReason() == null) {
            Skills.require(order, team, assignment.pointer());
        } else {
            Skills.override(order, team, assignment.skillOverrideReason(), by);
        }
    }

    /** The technicians who have been told of a visit are told anew. */
    Uni<Changed> setWorkType(Tx tx, UUID orderId, WorkTypeChoice choice) {
        return orders.plan(tx, orderId)
                .chain(plan -> WorkTypes.chosen(tx, choice.workTypeId(), "/workTypeId")
                        .map(chosen -> plan.setWorkType(chosen, tx.by()))
                        .map(visit -> new Changed(plan.order(), visit)));
    }

    /** Whatever else people do to the plan. */
    Uni<Changed> change(Tx tx, UUID orderId, BiFunction<Plan, By, Optional<Appointment>> command) {
        return orders.plan(tx, orderId).chain(plan -> {
            Changed changed = new Changed(plan.order(), command.apply(plan, tx.by()));
            return bookings.giveBack(tx, plan.order(), plan.visits().all())
                    .chain(() ->
                            orders.offer(tx.session(), plan.order(), tx.by().caller()))
                    .replaceWith(changed);
        });
    }

    private Uni<Changed> book(Tx tx, ServiceOrder order, Booking booking, How how) {
        return bookings.requireFree(tx, booking.team(), booking.window())
                .chain(() -> orders.plan(tx, order))
                .map(plan -> how.decide(plan, booking, tx.by()))
                .invoke(() -> Bookings.requireNotBusy(booking.team()))
                .chain(tx::add)
                .call(visit -> bookings.giveBack(tx, order, List.of(visit)))
                .call(visit -> news.planned(tx, visit))
                .map(visit -> new Changed(order, Optional.of(visit)));
    }

    /** Assign, claim or plan one that is to follow. */
    private interface How {
        Appointment decide(Plan plan, Booking booking, By by);
    }

    private Uni<Team> team(Tx tx, Assignment assignment, Bookings.Asked asked) {
        if (!assignment.isForCrew()) {
            List<UUID> ids = assignment.technicianIds();
            UUID lead = Optional.ofNullable(assignment.leadId()).orElse(ids.getFirst());
            return team(tx, ids, lead, asked, assignment.pointer());
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
                        asked,
                        assignment.pointer()));
    }

    private Uni<Team> team(Tx tx, List<UUID> ids, UUID lead, Bookings.Asked asked, String pointer) {
        if (!ids.contains(lead)) {
            throw Refusal.RuleViolated.unknown("/leadId", "technician among those who go");
        }
        return bookings.lock(tx, ids, lead, asked, pointer);
    }

    private Uni<Team> self(Tx tx, Bookings.Asked asked) {
        UUID id = tx.by().id();
        return bookings.lock(tx, List.of(id), id, asked, "")
                .onFailure(dev.fieldservice.platform.problems.Refused.class)
                .transform(unknown -> new Refusal.RuleViolated(
                                "not-registered", "You are not registered as a technician. Ask a dispatcher.")
                        .refused());
    }
}
