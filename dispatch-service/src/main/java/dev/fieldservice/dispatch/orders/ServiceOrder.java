package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.orders.OrderLifecycle.Command;
import dev.fieldservice.dispatch.orders.OrderLifecycle.Fact;
import dev.fieldservice.dispatch.orders.OrderLifecycle.State;
import dev.fieldservice.dispatch.visibility.Visibility;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A job to be planned: exactly one for each ticket. Its state follows from its appointments and from what the field tells. */
@Entity
public class ServiceOrder extends Aggregate {

    String number;
    UUID ticketId;
    String ticketNumber;

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.STRING)
    ServiceType serviceType;

    @Enumerated(EnumType.STRING)
    Priority priority;

    String[] requiredSkills;
    double latitude;
    double longitude;

    @JdbcTypeCode(SqlTypes.JSON)
    JobCard jobCard;

    Instant respondBy;
    Instant resolveBy;
    Instant createdAt;
    Instant changedAt;
    long assignmentVersion;
    boolean followUpRequired;
    String reason;

    @Enumerated(EnumType.STRING)
    HoldReason holdReason;

    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    Set<Appointment> appointments = new LinkedHashSet<>();

    protected ServiceOrder() {}

    static ServiceOrder create(TicketCreated ticket, String number, By by) {
        ServiceOrder order = new ServiceOrder();
        order.id = Ids.next();
        order.number = number;
        order.ticketId = ticket.ticketId();
        order.ticketNumber = ticket.number();
        order.state = State.UNSCHEDULED;
        order.serviceType = ticket.serviceType();
        order.priority = ticket.priority();
        order.requiredSkills = ticket.requiredSkills().toArray(String[]::new);
        order.latitude = ticket.location().position().latitude();
        order.longitude = ticket.location().position().longitude();
        order.jobCard = ticket.jobCard();
        order.respondBy = ticket.respondBy();
        order.resolveBy = ticket.resolveBy();
        order.createdAt = by.at();
        order.changedAt = by.at();
        order.note("CREATE", by, by.at(), number);
        order.raise(new OrderEvent.Created(order.id, number, order.ticketId, by.at()));
        return order;
    }

    Appointment assign(Team team, Window window, List<PlannedPart> parts, By by) {
        moveTo(Command.ASSIGN, by, team.names() + ", " + jobCard.times(window));
        return dispatch(team, window, parts, by);
    }

    Appointment claim(Team self, Window window, By by) {
        if (state.isTaken()) {
            throw new Refusal.Conflict(
                            "already-claimed", "This order is no longer in the open pool: somebody has taken it.")
                    .refused();
        }
        moveTo(Command.CLAIM, by, self.names() + ", " + jobCard.times(window));
        return dispatch(self, window, List.of(), by);
    }

    void unassign(String why, By by) {
        moveTo(Command.UNASSIGN, by, why);
        withdraw(why, by);
        reason = why;
    }

    void hold(HoldReason waitsFor, String why, By by) {
        String said = waitsFor + (why == null ? "" : ": " + why);
        moveTo(Command.HOLD, by, said);
        withdraw(said, by);
        holdReason = waitsFor;
        reason = why;
    }

    void resume(By by) {
        moveTo(Command.RESUME, by, null);
        holdReason = null;
        reason = null;
    }

    void cancel(String why, Instant at, By by) {
        if (state == State.CANCELLED) {
            return;
        }
        if (OrderLifecycle.FACTS.target(state, Fact.CANCEL).isEmpty()) {
            note("CANCELLATION_TOO_LATE", by, at, why);
            return;
        }
        withdraw(why, by);
        apply(Fact.CANCEL, by, at, why);
        raise(new OrderEvent.Cancelled(id, ticketId, why, at));
    }

    void progressed(VisitProgressed visit, Set<UUID> busy, By by) {
        Appointment appointment = visits().get(visit.appointmentId());
        if (!appointment.progress(visit, busy, by)) {
            return;
        }
        changedAt = by.at();
        switch (visit.state()) {
            case ACCEPTED -> {}
            case REJECTED -> rejected(appointment, visit, by);
            case TRAVELLING, ON_SITE, IN_PROGRESS, PAUSED -> apply(Fact.BEGIN, by, visit.occurredAt(), null);
            case COMPLETED, PARTIALLY_COMPLETED, CANNOT_COMPLETE -> finished(appointment, visit, by);
            case DISPATCHED, CANCELLED ->
                throw new IllegalArgumentException(visit.state() + " does not come from the field");
        }
    }

    /** The visit is done; whether the job is, {@code job-completed} says. If that has come before, all is settled. */
    private void finished(Appointment appointment, VisitProgressed visit, By by) {
        if (!appointment.isEndReported() && appointment.isPartial()) {
            followUpRequired = true;
            settle(appointment, by, visit.occurredAt());
        }
    }

    private void rejected(Appointment appointment, VisitProgressed visit, By by) {
        if (visits().isAnyAheadBut(appointment)
                || OrderLifecycle.FACTS.target(state, Fact.REJECT).isEmpty()) {
            return;
        }
        String why = "Rejected by " + appointment.leadName() + (visit.reason() == null ? "" : ": " + visit.reason());
        apply(Fact.REJECT, by, visit.occurredAt(), why);
        unassigned(appointment, why, by);
    }

    void jobCompleted(JobCompleted job, By by) {
        Appointment visit = visits().get(job.appointmentId());
        if (!visit.reportedDone(job.outcome().visit(), by, job.completedAt()) || visits().isSuperseded(visit)) {
            return;
        }
        boolean isSettled = visit.isEndHeard() && visit.isPartial() && followUpRequired && job.followUpRequired();
        followUpRequired = job.followUpRequired();
        changedAt = by.at();
        if (!isSettled) {
            settle(visit, by, job.completedAt());
        }
    }

    /**
     * Another visit that is under way speaks for itself later. One that is planned was offered while this one had already
     * begun, and refused on site for that: now it stands as the follow-up, or is not needed.
     */
    private void settle(Appointment ended, By by, Instant at) {
        if (visits().isAnyUnderWayBut(ended)) {
            return;
        }
        Optional<Appointment> next = visits().planned();
        if (!followUpRequired) {
            withdraw("The job was done before", by);
            apply(Fact.COMPLETE, by, at, null);
        } else if (next.isPresent()) {
            apply(Fact.FOLLOW_UP_PLANNED, by, at, null);
            assigned(next.get(), by);
        } else {
            apply(Fact.REQUIRE_FOLLOW_UP, by, at, null);
        }
    }

    void jobClosed(Outcome outcome, Instant closedAt, By by) {
        if (followUpRequired) {
            note("CLOSED_WITH_FOLLOW_UP_OPEN", by, closedAt, "Another visit was asked for and none was planned");
        }
        apply(Fact.CLOSE, by, closedAt, null);
        appointments.forEach(appointment -> appointment.jobClosed(outcome.visit(), by, closedAt));
    }

    /** Replaces what is planned and not begun; else plans anew. The higher version supersedes what technicians were told. */
    private Appointment dispatch(Team team, Window window, List<PlannedPart> parts, By by) {
        Optional<Appointment> planned = visits().planned();
        planned.ifPresent(appointment -> appointment.reschedule(team, window, parts, by));
        Appointment appointment = planned.orElseGet(() -> Appointment.plan(this, team, window, parts, by));
        appointments.add(appointment);
        reason = null;
        assigned(appointment, by);
        return appointment;
    }

    private void assigned(Appointment appointment, By by) {
        assignmentVersion++;
        raise(new OrderEvent.Assigned(this, appointment, assignmentVersion, by.at()));
    }

    private void withdraw(String why, By by) {
        visits().planned().ifPresent(appointment -> {
            appointment.cancel(by, why);
            unassigned(appointment, why, by);
        });
    }

    private void unassigned(Appointment appointment, String why, By by) {
        assignmentVersion++;
        raise(new OrderEvent.Unassigned(
                id, ticketId, appointment.id(), assignmentVersion, appointment.technicianIds(), brief(why), by.at()));
    }

    private void moveTo(Command command, By by, String why) {
        state = move(OrderLifecycle.COMMANDS, state, command, by, by.at(), why);
        changedAt = by.at();
    }

    /** Takes a fact where the table has a row for it; one that came too late changes nothing. */
    private void apply(Fact fact, By by, Instant at, String why) {
        Optional<State> next = OrderLifecycle.FACTS.target(state, fact);
        if (next.isPresent() && next.get() != state) {
            state = move(OrderLifecycle.FACTS, state, fact, by, at, why);
            changedAt = by.at();
            reason = why;
            holdReason = null;
        }
    }

    Visits visits() {
        return new Visits(appointments);
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    boolean isVisibleTo(Visibility visibility) {
        return visibility.includesOrder(state == State.UNSCHEDULED, visits()::isAnyGivenTo);
    }

    private static String brief(String why) {
        return why.substring(0, Math.min(why.length(), 1000));
    }

    public Set<Appointment> appointments() {
        return appointments;
    }

    public String number() {
        return number;
    }

    public UUID ticketId() {
        return ticketId;
    }

    public JobCard jobCard() {
        return jobCard;
    }

    @Override
    public String kind() {
        return "service-order";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
