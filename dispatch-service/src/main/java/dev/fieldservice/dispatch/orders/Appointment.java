package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.orders.AppointmentLifecycle.Command;
import dev.fieldservice.dispatch.orders.AppointmentLifecycle.State;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A planned visit. Whoever changes one holds the lock of its order. */
@Entity
public class Appointment extends Aggregate {

    private static final long NOTHING_HEARD = -1;

    UUID orderId;
    UUID ticketId;

    @Enumerated(EnumType.STRING)
    State state;

    Instant startsAt;
    Instant endsAt;
    Instant expectedArrival;

    @JdbcTypeCode(SqlTypes.JSON)
    Parts plannedParts;

    long progressVersion = NOTHING_HEARD;
    int endsHeard;
    int endsReported;
    String reason;
    Instant createdAt;

    @OneToMany(mappedBy = "appointment", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("id")
    Set<Assignee> technicians = new LinkedHashSet<>();

    /** A list of its own type, so that it is read back as what it was. */
    record Parts(List<PlannedPart> items) {}

    protected Appointment() {}

    static Appointment plan(ServiceOrder order, Booking booking, By by) {
        Appointment appointment = new Appointment();
        appointment.id = Ids.next();
        appointment.orderId = order.id();
        appointment.ticketId = order.ticketId();
        appointment.state = State.DISPATCHED;
        appointment.createdAt = by.at();
        appointment.set(booking.team(), booking.window(), booking.parts());
        appointment.note("DISPATCH", by, by.at(), booking.text(order.jobCard()));
        return appointment;
    }

    void reschedule(JobCard card, Booking booking, By by) {
        state = move(AppointmentLifecycle.COMMANDS, state, Command.RESCHEDULE, by, by.at(), booking.text(card));
        set(booking.team(), booking.window(), booking.parts());
        expectedArrival = null;
    }

    private void set(Team team, Window window, List<PlannedPart> parts) {
        startsAt = window.start();
        endsAt = window.end();
        plannedParts = new Parts(parts);
        technicians.removeIf(assignee -> !team.members().containsKey(assignee.technicianId));
        team.members().values().stream()
                .filter(member -> !isFor(member.id()))
                .forEach(member -> technicians.add(new Assignee(this, member)));
        technicians.forEach(assignee -> assignee.take(window, assignee.technicianId.equals(team.leadId())));
    }

    void cancel(By by, String why) {
        state = move(AppointmentLifecycle.COMMANDS, state, Command.CANCEL, by, by.at(), why);
        reason = why;
        release();
    }

    /** A new time of arrival that the customer is told. */
    public void delay(JobCard card, Instant arrival, By by, String why) {
        state = AppointmentLifecycle.COMMANDS.next(state, Command.DELAY);
        expectedArrival = arrival;
        note("DELAY_ANNOUNCED", by, by.at(), card.time(arrival) + (why == null ? "" : ": " + why));
    }

    /** A new time of arrival that follows from another appointment's delay. */
    public void shift(JobCard card, Instant arrival, By by, String because) {
        expectedArrival = arrival;
        note("ARRIVAL_SHIFTED", by, by.at(), card.time(arrival) + ": " + because);
    }

    /**
     * False if this is older than what is known, or answers a plan that no longer stands.
     *
     * @param isOrderClosed after that only the ends that were still on their way count
     * @param busy those of its technicians who are planned elsewhere in its window
     */
    boolean progress(VisitProgressed visit, boolean isOrderClosed, Set<UUID> busy, By by) {
        boolean isEnd = visit.state().isFinished();
        endsHeard += isEnd ? 1 : 0;
        if (visit.progressVersion() <= progressVersion) {
            return false;
        }
        progressVersion = visit.progressVersion();
        if (endsReported > endsHeard || isOrderClosed && !isEnd) {
            return false;
        }
        if (visit.state().isAnswer() && !(state.isOpen() && isFor(visit.technicianId()))) {
            note("ANSWER_TOO_LATE", by, visit.occurredAt(), visit.reason());
            return false;
        }
        record(visit.state(), by, visit.occurredAt(), visit.reason());
        if (state.isUnderWay() && gaveItsTimeAway(by.at())) {
            holdAgain(busy, by);
        }
        return true;
    }

    /** True if the calendar is free although the window is not over: the visit was cancelled, or has ended before. */
    boolean gaveItsTimeAway(Instant now) {
        return endsAt.isAfter(now) && technicians.stream().noneMatch(assignee -> assignee.active);
    }

    private void holdAgain(Set<UUID> busy, By by) {
        technicians.forEach(assignee -> assignee.holdAgain(busy.contains(assignee.technicianId)));
        String names = technicians.stream()
                .filter(assignee -> assignee.doubleBooked)
                .map(assignee -> assignee.name)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            note("DOUBLE_BOOKED", by, by.at(), names + ": has another appointment at this time");
        }
    }

    boolean isPartial() {
        return state == State.PARTIALLY_COMPLETED;
    }

    /** True if {@code job-completed} has told of all ends that the visit told of. */
    boolean isEndReported() {
        return endsReported >= endsHeard;
    }

    /** True if the visit has told of all ends that {@code job-completed} told of. */
    boolean isEndHeard() {
        return endsHeard >= endsReported;
    }

    /** True if the report is about the last end of this visit, and not about one from before it was sent back. */
    boolean reportedDone(State outcome, By by, Instant at) {
        endsReported++;
        if (endsReported > endsHeard && state != outcome) {
            record(outcome, by, at, null);
        }
        return endsReported > endsHeard || endsReported == endsHeard && state.isFinished();
    }

    /** What has not begun will not take place; what has, ended as the job did. */
    void jobClosed(State outcome, By by, Instant at) {
        if (state.isOpen()) {
            cancel(by, "The job was closed");
        } else if (state.isUnderWay()) {
            record(outcome, by, at, null);
        }
    }

    private void record(State newest, By by, Instant at, String why) {
        state = move(AppointmentLifecycle.FACTS, state, newest, by, at, why);
        reason = why;
        if (newest.isFinished() || newest == State.REJECTED) {
            release();
        }
    }

    private void release() {
        technicians.forEach(Assignee::release);
    }

    public boolean isFor(UUID technicianId) {
        return technicians.stream().anyMatch(assignee -> assignee.technicianId.equals(technicianId));
    }

    /** Given to the technician and not taken away, whatever became of it. */
    public boolean isGivenTo(UUID technicianId) {
        return state != State.CANCELLED && state != State.REJECTED && isFor(technicianId);
    }

    public State state() {
        return state;
    }

    public UUID orderId() {
        return orderId;
    }

    public Window window() {
        return new Window(startsAt, endsAt);
    }

    /** True for as long as a delay means something to the customer. */
    public boolean mayBeDelayed() {
        return AppointmentLifecycle.COMMANDS.target(state, Command.DELAY).isPresent();
    }

    /** When the technician is expected, as far as is known now. */
    public Instant arrival() {
        return expectedArrival == null ? startsAt : expectedArrival;
    }

    public Duration length() {
        return Duration.between(startsAt, endsAt);
    }

    public List<UUID> technicianIds() {
        return technicians.stream().map(assignee -> assignee.technicianId).toList();
    }

    /** Name of who leads. */
    public String leadName() {
        return technicians.stream()
                .filter(assignee -> assignee.lead)
                .map(assignee -> assignee.name)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String kind() {
        return "appointment";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
