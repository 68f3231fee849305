package dev.fieldservice.dispatch.orders;

import dev.fieldservice.dispatch.orders.AppointmentLifecycle.Command;
import dev.fieldservice.dispatch.orders.AppointmentLifecycle.State;
import dev.fieldservice.dispatch.worktypes.PlannedPart;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.codes.SecretCode;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    @Embedded
    VisitTimes times;

    @JdbcTypeCode(SqlTypes.JSON)
    Parts plannedParts = Parts.NONE;

    long progressVersion = NOTHING_HEARD;
    int endsHeard;
    int endsReported;

    /** The step with which the visit ended by the newest report of it; numbers of steps count up over all visits of an order. */
    long endVersion;

    String reason;
    Instant createdAt;

    /** Leads its customer to it, who cannot sign in; the newest of those that have the same. Null in those of before. */
    String code;

    /** The visit as which its customer knows it, where it took the place of another. */
    UUID announcedAs;

    @OneToMany(mappedBy = "appointment", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("id")
    Set<Assignee> technicians = new LinkedHashSet<>();

    /** The plan that counts: who answers an older one answers another plan. */
    long assignmentVersion;

    /** The newest decision by which it was told to those who go; higher than the one before where the same was told again. */
    long toldVersion;

    /** Who was to go, where somebody had set out who did not know of that yet; null for most. */
    @JdbcTypeCode(SqlTypes.JSON)
    MeantFor meantFor;

    /** What becomes of the time in which it was expected; not stored. */
    @Transient
    Set<TimeChanged> timeChanges = new LinkedHashSet<>();

    /** What its customer was told, and is not to wait for any more; not stored. */
    @Transient
    HourGivenUp hourGivenUp;

    protected Appointment() {}

    /** The next visit: whoever is planned is told in the same breath. */
    static Appointment plan(ServiceOrder order, Booking booking, By by) {
        Appointment appointment = planned(order, booking, State.DISPATCHED, by);
        appointment.note("DISPATCH", by, by.at(), booking.text(order.jobCard()));
        return appointment;
    }

    /** One that is to follow: it holds the time of those who are to go. */
    static Appointment planLater(ServiceOrder order, Booking booking, By by) {
        Appointment appointment = planned(order, booking, State.SCHEDULED, by);
        appointment.note("SCHEDULE", by, by.at(), booking.text(order.jobCard()));
        return appointment;
    }

    private static Appointment planned(ServiceOrder order, Booking booking, State state, By by) {
        Appointment appointment = new Appointment();
        appointment.id = Ids.next();
        appointment.orderId = order.id();
        appointment.ticketId = order.ticketId();
        appointment.state = state;
        appointment.createdAt = by.at();
        appointment.code = SecretCode.next();
        appointment.set(order, booking);
        return appointment;
    }

    /** It is the next visit now. */
    void dispatch(By by) {
        state = move(AppointmentLifecycle.COMMANDS, state, Command.DISPATCH, by, by.at(), null);
    }

    /** Answers to what was decided before this do not count. */
    void countFrom(long decision) {
        assignmentVersion = decision;
    }

    void told(long decision) {
        toldVersion = decision;
    }

    void reschedule(ServiceOrder order, Booking booking, By by) {
        String text = booking.text(order.jobCard());
        state = move(AppointmentLifecycle.COMMANDS, state, Command.RESCHEDULE, by, by.at(), text);
        giveBack();
        giveUpHour();
        meantFor = null;
        set(order, booking);
    }

    private void set(ServiceOrder order, Booking booking) {
        times = VisitTimes.planned(booking.window(), booking.team().comesBefore(), Optional.ofNullable(times));
        plannedParts = plannedParts.planned(booking, order);
        new Staff(this).plan(booking.team(), booking.window());
    }

    /** True if it did not take all of this along before, and does now. */
    boolean takeAlong(List<PlannedPart> parts) {
        Parts before = plannedParts;
        plannedParts = before.with(parts);
        return !before.equals(plannedParts);
    }

    /** Helpers come and go while it is under way. Refused with 409 where somebody would go who has set out. */
    void changeCrew(Booking booking, By by) {
        Staff staff = new Staff(this);
        staff.requireWhoSetOut(booking.team());
        String names = booking.team().names();
        state = move(AppointmentLifecycle.COMMANDS, state, Command.CHANGE_CREW, by, by.at(), names);
        staff.become(booking.team(), rest(by.at()));
        meantFor = null;
        plannedParts = booking.namesParts() ? Parts.named(booking.parts()) : plannedParts;
    }

    /** Refused with 422 unless it is its own. */
    void requireWindow(Window window) {
        if (!window.equals(window())) {
            throw Refusal.RuleViolated.at(
                    "/window", "window-is-fixed", "The visit is under way: who goes can be changed, and not when.");
        }
    }

    /** What is left of the time that it takes, as far as is known. */
    Window rest(Instant now) {
        Instant end = times.expectedEnd();
        return new Window(now, end.isAfter(now.plusSeconds(1)) ? end : Occupancy.soon(now));
    }

    /** Says whether this is the plan that it has: who has answered that has answered this. */
    boolean isPlannedAs(Booking booking) {
        return booking.window().equals(window())
                && booking.team().members().keySet().equals(Set.copyOf(technicianIds()));
    }

    void cancel(By by, String why) {
        state = move(AppointmentLifecycle.COMMANDS, state, Command.CANCEL, by, by.at(), why);
        reason = why;
        giveBack();
        giveUpHour();
        release();
    }

    /** Whoever was told when somebody comes is told that it is not so any more. */
    void giveUpHour() {
        if (times.isTold()) {
            hourGivenUp = new HourGivenUp(id, orderId, times.told());
        }
    }

    /** Whoever waits for its technicians can be expected anew, whether or not anybody had spoken of this visit. */
    void giveBack() {
        timeChanges.add(new TimeChanged(id, technicianIds(), times.startsAt, times.endsAt, false));
    }

    /** Whatever comes after it may have to wait. */
    void takeLonger() {
        timeChanges.add(new TimeChanged(id, technicianIds(), times.startsAt, times.endsAt, true));
    }

    /** Refused with 409 once somebody is there, or it is off. */
    public void requireAnnounceable() {
        state = AppointmentLifecycle.COMMANDS.next(state, Command.DELAY);
    }

    /** Its customer, who was told of that one, knows this as the same. */
    public void replace(Appointment other) {
        code = other.code;
        announcedAs = other.announcedAs();
        times.keepWord(other.times);
        other.times.replaced = true;
    }

    /** By which the customer's calendar knows it. */
    public UUID announcedAs() {
        return announcedAs == null ? id() : announcedAs;
    }

    /** Nobody comes, and nobody came. */
    public boolean isOff() {
        return !mayBeDelayed() && !times.isArrived() && state != State.COMPLETED;
    }

    /** The time that its customer was told suits them. Refused with 409 once somebody is there, or it is off. */
    public void confirm(JobCard card, By by) {
        state = AppointmentLifecycle.COMMANDS.next(state, Command.DELAY);
        if (times.confirmed().isEmpty()) {
            times.confirm(by.at());
            note("CONFIRMED", by, by.at(), card.time(times.told()));
        }
    }

    /** A new time of arrival: as people said of this visit, or as follows from another's. */
    public void expect(JobCard card, Instant arrival, boolean isSaid, By by, String why) {
        times.expect(arrival, isSaid);
        leavePlan();
        String because = why == null ? "" : ": " + why;
        note(isSaid ? "ARRIVAL_ANNOUNCED" : "ARRIVAL_SHIFTED", by, by.at(), card.time(arrival) + because);
    }

    /** True if the calendar is free although it may take place: the visit was cancelled, or has ended before. */
    boolean gaveItsTimeAway() {
        return technicians.stream().noneMatch(assignee -> assignee.active);
    }

    /** True where a visit in this time would not come after it; of one that is to follow, where the two overlap. */
    boolean meets(Window other, Instant now) {
        boolean isClear = !times.takenUntil(state.isAtWork(), now).isAfter(other.start())
                || state.isLater() && !other.end().isAfter(times.startsAt);
        return (state.isAhead() || state.isLater()) && !isClear;
    }

    boolean isPartial() {
        return state == State.PARTIALLY_COMPLETED;
    }

    /** The step with which it ended by this report; where that does not say, the newest that is known. */
    long endVersion(JobCompleted job) {
        return Optional.ofNullable(job.progressVersion()).orElse(Math.max(0, progressVersion));
    }

    /** True if {@code job-completed} has told of all ends that the visit told of. */
    boolean isEndReported() {
        return endsReported >= endsHeard;
    }

    /** True if the visit has told of all ends that {@code job-completed} told of. */
    boolean isEndHeard() {
        return endsHeard >= endsReported;
    }

    /** The time that its plan leaves is not taken any more, also if it is expected as planned again. */
    void leavePlan() {
        if (times.isMoved()) {
            technicians.forEach(assignee -> assignee.moved = true);
        }
    }

    void release() {
        technicians.forEach(Assignee::release);
    }

    public boolean isFor(UUID technicianId) {
        return technicians.stream().anyMatch(assignee -> assignee.technicianId.equals(technicianId));
    }

    /** Given to the technician and not taken away, whatever became of it. */
    public boolean isGivenTo(UUID technicianId) {
        return state != State.CANCELLED && state != State.REJECTED && isFor(technicianId);
    }

    /** Where the field says that it stands. */
    void reach(State newest, By by, Instant at, String why) {
        state = move(AppointmentLifecycle.FACTS, state, newest, by, at, why);
        reason = why;
    }

    /** Says in the history what is no move. */
    void say(String action, Instant at, String detail, By by) {
        note(action, by, at, detail);
    }

    public State state() {
        return state;
    }

    public UUID orderId() {
        return orderId;
    }

    public Window window() {
        return new Window(times.startsAt, times.endsAt);
    }

    /** True for as long as a delay means something to the customer. */
    public boolean mayBeDelayed() {
        return AppointmentLifecycle.COMMANDS.target(state, Command.DELAY).isPresent();
    }

    public VisitTimes times() {
        return times;
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

    /** By which its customer opens it. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
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
