package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.errands.DispatchErrand;
import dev.fieldservice.dispatch.technicians.Technician;
import dev.fieldservice.dispatch.technicians.Technicians;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The check for double bookings: who is taken when. The exclusion constraint keeps plans apart from each other; this is for
 * what it does not see: visits that take place at another time than planned, and those whose time was given to somebody
 * else meanwhile.
 */
@ApplicationScoped
public class Bookings {

    private static final String IN_WINDOW = """
            select t.technicianId from Assignee t join t.appointment a
             where t.active and t.technicianId in :ids
               and coalesce(a.times.busyFrom, t.startsAt) < :end and coalesce(a.times.busyUntil, t.endsAt) > :start""";

    /** Visits of other orders: those that are expected, or go on, in the window, and those that were to come before it and come after. */
    private static final String BESIDES = """
            select s.technician_id, %1$s, cast(extract(epoch from coalesce(a.comes_at, a.starts_at)) as bigint)
              from appointment_technician s join appointment a on a.id = s.appointment_id
             where s.technician_id in (:ids) and s.active and a.order_id <> :order
               and (%1$s or a.state in ('SCHEDULED', 'DISPATCHED', 'ACCEPTED') and coalesce(a.comes_at, a.starts_at) <= cast(:from as timestamptz)
                      and a.expected_arrival >= cast(:to as timestamptz))""".formatted(Occupancy.BUSY_SQL);

    private final Technicians technicians;

    private final Errands errands;

    private final Duration calledOffAfter;

    private final Optional<Duration> toldAfter;

    public Bookings(
            Technicians technicians,
            Errands errands,
            @ConfigProperty(name = "fieldservice.delays.called-off-after", defaultValue = "PT5M")
                    Duration calledOffAfter,
            VisitsConfig visits) {
        this.technicians = technicians;
        this.errands = errands;
        this.calledOffAfter = calledOffAfter;
        this.toldAfter = visits.toldAfter();
    }

    /**
     * Has the day after those of the visits worked out anew that give back time, where something waits for it, or take longer, and
     * the customers told to whom nobody comes any more when they were told.
     */
    Uni<Void> giveBack(Tx tx, ServiceOrder order, Collection<Appointment> visits) {
        Uni<Void> done = Uni.createFrom().voidItem();
        Instant due = due(order, visits, tx.by().at());
        for (Appointment visit : visits) {
            if (visit.hourGivenUp != null) {
                done = done.chain(
                        () -> errands.later(tx, DispatchErrand.HOUR_GIVEN_UP, visit.subject(), visit.hourGivenUp, due));
            }
            for (TimeChanged change : visit.timeChanges) {
                done = done.chain(() -> workOutAnew(tx, visit, change));
            }
        }
        return done;
    }

    /**
     * Where nobody comes any more, another visit may be planned in a moment: then the customer hears of that alone. A plan that is moved
     * has to stand, as a new one has.
     */
    private Instant due(ServiceOrder order, Collection<Appointment> visits, Instant now) {
        if (order.isCalledOff() || order.isClosed()) {
            return now;
        }
        boolean isPlanned = visits.stream().anyMatch(visit -> visit.state().isPlanned());
        return now.plus(isPlanned ? toldAfter.orElse(Duration.ZERO) : calledOffAfter);
    }

    /** Most often nothing waits for time that is given back; for what takes longer than expected something may have to. */
    private Uni<Void> workOutAnew(Tx tx, Appointment visit, TimeChanged change) {
        if (change.longer()) {
            return later(tx, visit, change);
        }
        return Appointments.waitingFor(tx, change)
                .chain(waiting -> waiting.isEmpty() ? Uni.createFrom().voidItem() : later(tx, visit, change));
    }

    private Uni<Void> later(Tx tx, Appointment visit, TimeChanged change) {
        return errands.later(
                tx,
                DispatchErrand.ARRIVALS_ANEW,
                visit.subject(),
                change,
                tx.by().at());
    }

    /** The time that is asked for, and the order it is for. */
    record Asked(UUID orderId, Window window) {}

    /** Those who are to go, locked, and what they are at besides then; refused with 422 where one is unknown. */
    Uni<Team> lock(Tx tx, List<UUID> ids, UUID leadId, Asked asked, String pointer) {
        return technicians
                .lock(tx, ids, pointer)
                .chain(members -> besides(tx, ids, asked).map(besides -> new Team(members, leadId, besides)));
    }

    /** Asked when they are locked: a statement that waits for a lock answers by what was there before it. */
    private static Uni<List<Team.Besides>> besides(Tx tx, List<UUID> ids, Asked asked) {
        Instant now = tx.by().at();
        return tx.session()
                .createNativeQuery(BESIDES, Tuple.class)
                .setParameter("ids", ids)
                .setParameter("order", asked.orderId())
                .setParameter("from", asked.window().start())
                .setParameter("to", asked.window().end())
                .setParameter("now", now)
                .setParameter("soon", Occupancy.soon(now))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Team.Besides(
                                row.get(0, UUID.class),
                                row.get(1, Boolean.class),
                                Instant.ofEpochSecond(row.get(2, Long.class))))
                        .toList());
    }

    /** Those whose time a step takes that did not take it by the plan, and who of them has other plans in that time. */
    Uni<Concerned> concerned(Tx tx, Appointment visit, VisitProgressed step) {
        List<UUID> ids = new FieldNews(visit, tx.by()).concerned(step);
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Concerned.NOBODY);
        }
        return technicians
                .lockKnown(tx, ids)
                .chain(locked -> inWindow(tx, IN_WINDOW, ids, visit.window())
                        .invoke(busy -> busy.forEach(
                                id -> locked.get(id).doubleBooked(visit.window().end())))
                        .map(busy -> new Concerned(locked, new HashSet<>(busy))));
    }

    /**
     * Refused with 409 where somebody is on a visit that the constraint does not see. Asked only about those whose rows say
     * that there may be one; these rows are locked, so it is true.
     */
    Uni<Void> requireFree(Tx tx, Team team, Window window) {
        List<UUID> ids = team.members().values().stream()
                .filter(technician -> technician.mayBeDoubleBookedAfter(window.start()))
                .map(Technician::id)
                .toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return inWindow(tx, IN_WINDOW + " and t.doubleBooked", ids, window)
                .invoke(Bookings::requireNone)
                .replaceWithVoid();
    }

    /** Refused with 409 where somebody is at another visit by what is expected or under way. */
    static void requireNotBusy(Team team) {
        requireNone(team.busy());
    }

    /** The same of those who are to come to a visit that is under way, for what is left of it. */
    Uni<Void> requireFreeFor(Tx tx, Appointment visit, Team team, Window rest) {
        Team newcomers = team.without(visit.technicianIds());
        return requireFree(tx, newcomers, rest).invoke(() -> requireNotBusy(newcomers));
    }

    private static Uni<List<UUID>> inWindow(Tx tx, String query, Collection<UUID> ids, Window window) {
        return tx.session()
                .createSelectionQuery(query, UUID.class)
                .setParameter("ids", ids)
                .setParameter("start", window.start())
                .setParameter("end", window.end())
                .getResultList();
    }

    private static void requireNone(List<?> busy) {
        if (!busy.isEmpty()) {
            throw busy().refused();
        }
    }

    /** What it is called wherever it is found out. */
    public static Refusal busy() {
        return new Refusal.Conflict(
                "technician-busy", "A technician has another appointment in this window. Look into the calendar.");
    }
}
