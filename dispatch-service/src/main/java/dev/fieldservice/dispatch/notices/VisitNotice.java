package dev.fieldservice.dispatch.notices;

import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.dispatch.orders.AppointmentLifecycle.State;
import dev.fieldservice.dispatch.orders.JobCard;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.dispatch.orders.SetOut;
import dev.fieldservice.dispatch.orders.VisitTimes;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a customer is told of a visit: that it is planned, a new time of arrival, announced or following from an announcement, that
 * somebody is on the way; and what became of the mail about it. The mail is queued with the news and sent after it.
 */
@Entity
@Table(name = "delay_notice")
public class VisitNotice extends Aggregate {

    /** Nobody is written to for less than this. */
    private static final Duration WORTH_TELLING = Duration.ofMinutes(5);

    /** Whoever was told when somebody comes waits for so long at most. */
    private static final Duration WAITED_FOR = Duration.ofHours(12);

    private static final String OVER = "The time that it tells of was over before it could be sent.";

    /** What the time is to the customer, beside what they were told before, or the plan. */
    @Schema(name = "ArrivalChange")
    public enum Change {
        /** They hear of the visit for the first time. */
        PLANNED("visit-planned", true),
        /** They hear of it once more, as nothing has changed. */
        REMINDER("visit-reminder", false),
        /** Somebody has set out. */
        ON_THE_WAY("visit-on-the-way", false),
        LATER("delay", true),
        EARLIER("delay", true),
        AS_PLANNED("delay", true),
        /** The visit was planned for another time. */
        PLANNED_ANEW("delay", true),
        /** Nobody comes at the time that was told, which {@code expectedArrival} repeats. */
        CALLED_OFF("delay", true);

        private final String purpose;
        private final boolean isOfCalendars;

        Change(String purpose, boolean isOfCalendars) {
            this.purpose = purpose;
            this.isOfCalendars = isOfCalendars;
        }

        /** Names the templates of the mail. */
        String purpose() {
            return purpose;
        }

        /** The customer's calendar is to follow. */
        boolean isOfCalendars() {
            return isOfCalendars;
        }

        static Change of(Appointment visit) {
            Instant arrival = visit.times().expected();
            Instant planned = visit.window().start();
            Instant before = arrival.equals(visit.times().told())
                    ? planned
                    : visit.times().told();
            return arrival.equals(planned) ? AS_PLANNED : arrival.isAfter(before) ? LATER : EARLIER;
        }
    }

    UUID appointmentId;
    UUID orderId;
    UUID ticketId;
    Instant expectedArrival;

    /** When the visit was planned to begin; null in those of before, of plans that were given up. */
    Instant plannedStart;

    String reason;

    @Enumerated(EnumType.STRING)
    Change change;

    /** The earlier visit with which this one moves; null if it was announced itself. */
    UUID causedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    Shifts shifted;

    @Embedded
    Delivery delivery;

    Instant createdAt;

    /** Later appointments that move with it. */
    record Shifts(List<Shift> items) {}

    @Schema(name = "ShiftedAppointment")
    public record Shift(UUID appointmentId, Instant expectedArrival) {}

    protected VisitNotice() {}

    /**
     * Of a visit of which people have said when.
     *
     * @param isFirst whether its customer would have been told of the visit later, and is now
     * @param expected what they expect, unless they were told of the visit
     */
    public static VisitNotice announced(
            OrderVisit visit,
            boolean isFirst,
            Optional<Expected> expected,
            String reason,
            Map<OrderVisit, Instant> moved,
            By by) {
        VisitNotice notice = expected.flatMap(other -> other.anew(visit, by))
                .orElseGet(() -> isFirst ? planned(visit, by) : said(visit, by));
        notice.reason = reason;
        notice.shifted = new Shifts(moved.entrySet().stream()
                .map(shift -> new Shift(shift.getKey().appointment().id(), shift.getValue()))
                .toList());
        return notice;
    }

    private static VisitNotice said(OrderVisit visit, By by) {
        VisitNotice notice = new VisitNotice(visit, by);
        notice.tell(visit);
        return notice;
    }

    /** Of a visit that moves with it; empty if its customer need not be told. */
    public static Optional<VisitNotice> following(OrderVisit visit, UUID cause, By by) {
        VisitNotice notice = new VisitNotice(visit, by);
        notice.causedBy = cause;
        notice.shifted = new Shifts(List.of());
        notice.tell(visit);
        return notice.delivery.isNeedless() ? Optional.empty() : Optional.of(notice);
    }

    /** Of a visit of which nothing was told yet. */
    static VisitNotice planned(OrderVisit visit, By by) {
        return expected(visit, Change.PLANNED, by);
    }

    /** Of a visit that is near and takes place as was told. */
    static VisitNotice reminder(OrderVisit visit, By by) {
        return expected(visit, Change.REMINDER, by);
    }

    /**
     * Of a visit to which somebody is coming. When, is what people said, else what follows from where they set out if that is later than was
     * planned, else what was planned: nobody has to be there earlier. Of whoever should be there by now by all of these nobody knows.
     */
    static VisitNotice onTheWay(OrderVisit visit, SetOut setOut, By by) {
        VisitTimes times = visit.appointment().times();
        Optional<Instant> driven = setOut.arrival(
                        visit.order().jobCard().location().position())
                .filter(arrival -> !times.isSaid() || times.expected().isBefore(by.at()))
                .filter(arrival -> arrival.isAfter(by.at()) && arrival.isAfter(times.expected()));
        if (driven.isEmpty() && times.expected().isBefore(by.at())) {
            times.tell(times.told());
            return of(visit, Change.ON_THE_WAY, by.at(), by);
        }
        Instant arrival =
                driven.filter(other -> !isNear(other, times.expected())).orElse(times.expected());
        times.tell(arrival);
        return of(visit, Change.ON_THE_WAY, arrival, by);
    }

    /**
     * Of a visit that takes place at another time than was told, or instead of one that was told.
     *
     * @param isKnown whether the customer knows the time
     */
    static VisitNotice plannedAnew(OrderVisit visit, boolean isKnown, By by) {
        VisitNotice notice = expected(visit, Change.PLANNED_ANEW, by);
        notice.delivery = isKnown ? Delivery.needless() : notice.delivery;
        return notice;
    }

    /**
     * Of a visit that the customer expects in the place of another from now on, and knows as that one.
     *
     * @param last what they heard of that one
     */
    static VisitNotice instead(OrderVisit visit, Appointment other, VisitNotice last, By by) {
        boolean isKnown = last.hasTold(visit.appointment().times().expected());
        visit.appointment().replace(other);
        return plannedAnew(visit, isKnown, by);
    }

    /** Of a visit that was told and will not be. */
    static VisitNotice calledOff(OrderVisit visit, Instant told, By by) {
        return of(visit, Change.CALLED_OFF, told, by);
    }

    private static VisitNotice expected(OrderVisit visit, Change change, By by) {
        Instant arrival = visit.appointment().times().expected();
        visit.appointment().times().tell(arrival);
        return of(visit, change, arrival, by);
    }

    private static VisitNotice of(OrderVisit visit, Change change, Instant arrival, By by) {
        VisitNotice notice = new VisitNotice(visit, by);
        notice.change = change;
        notice.expectedArrival = arrival;
        notice.shifted = new Shifts(List.of());
        notice.delivery = Delivery.about(visit.order().jobCard());
        return notice;
    }

    private VisitNotice(OrderVisit visit, By by) {
        id = Ids.next();
        appointmentId = visit.appointment().id();
        orderId = visit.order().id();
        ticketId = visit.order().ticketId();
        expectedArrival = visit.appointment().times().expected();
        plannedStart = visit.appointment().window().start();
        change = Change.of(visit.appointment());
        createdAt = by.at();
    }

    private void tell(OrderVisit visit) {
        if (isNear(visit.appointment().times().told())) {
            delivery = Delivery.needless();
        } else {
            visit.appointment().times().tell(expectedArrival);
            delivery = Delivery.about(visit.order().jobCard());
        }
    }

    private boolean isNear(Instant other) {
        return isNear(other, expectedArrival);
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(WORTH_TELLING) < 0;
    }

    /** True if the customer has it, or is called about it, and knows the arrival by it as well as they need to. */
    boolean hasTold(Instant arrival) {
        return (delivery.isKnown() || delivery.isLeftToPeople()) && !isCalledOff() && isNear(arrival);
    }

    /** True if it is on its way and stays true with this arrival. */
    boolean isAboutToTell(Instant arrival) {
        return isPending() && !isCalledOff() && expectedArrival.equals(arrival);
    }

    boolean isCalledOff() {
        return change == Change.CALLED_OFF;
    }

    /** True if a message is to be written anew: there was no address before, or it was tried at another and given up. */
    boolean readdress(JobCard card, By by) {
        boolean isOnItsWay = isPending();
        if (!delivery.readdress(card)) {
            return false;
        }
        note("NOTIFICATION_READDRESSED", by, by.at(), null);
        return !isOnItsWay;
    }

    /**
     * Takes the message off if it would be wrong by now: its time is over, or the visit has begun or is off, or is expected at
     * another time; or nobody wants it any more.
     *
     * @param isRepeated whether it was tried before: of an attempt that was cut off nobody knows how far it came
     */
    boolean expires(OrderVisit visit, boolean isRepeated, By by) {
        Appointment appointment = visit.appointment();
        if (isOver(by.at())) {
            outdated(OVER, isRepeated, by);
            return true;
        }
        if (isTrueOf(appointment)) {
            return isLeftToPeople(visit.order().jobCard(), by);
        }
        String why = appointment.mayBeDelayed() && change != Change.CALLED_OFF && change != Change.ON_THE_WAY
                ? "Another time of arrival is known since."
                : "The appointment was " + appointment.state() + " before the message could be sent.";
        outdated(why, isRepeated, by);
        return true;
    }

    /** The time is not news to anybody by now; that nobody comes, or somebody, is for as long as somebody may wait. */
    boolean isOver(Instant now) {
        boolean isWaitedFor = isCalledOff() || change == Change.ON_THE_WAY;
        return expectedArrival.plus(isWaitedFor ? WAITED_FOR : WORTH_TELLING).isBefore(now);
    }

    /** Nobody is written to about a time that is over, also where the address is known by now. */
    void over(By by) {
        outdated(OVER, false, by);
    }

    /** Whoever has come to want no mail is to be told by somebody. */
    private boolean isLeftToPeople(JobCard card, By by) {
        if (Delivery.isWanted(card)) {
            return false;
        }
        delivery = Delivery.about(card);
        note("NOTIFICATION_NOT_POSSIBLE", by, by.at(), delivery.failure);
        return true;
    }

    private void outdated(String why, boolean isRepeated, By by) {
        delivery.outdated(why + (isRepeated ? " It may have been sent by an attempt before." : ""));
        note("NOTIFICATION_OUTDATED", by, by.at(), delivery.failure);
    }

    private boolean isTrueOf(Appointment appointment) {
        if (change == Change.CALLED_OFF) {
            return appointment.isOff();
        }
        if (change == Change.ON_THE_WAY && appointment.state() != State.TRAVELLING) {
            return false;
        }
        return appointment.mayBeDelayed()
                && (!saysWhen() || expectedArrival.equals(appointment.times().told()));
    }

    /** Of who is late and on the way nobody knows. */
    boolean saysWhen() {
        return change != Change.ON_THE_WAY || expectedArrival.isAfter(createdAt);
    }

    /** Another message takes its place. */
    void announcedAnew(By by) {
        outdated("It did not reach the customer, and the arrival was announced anew.", false, by);
    }

    /** False if the visit was planned for another time since. */
    boolean isAboutPlan(OrderVisit visit) {
        return visit.appointment().window().start().equals(plannedStart);
    }

    boolean isPending() {
        return delivery.isPending();
    }

    @Override
    public String kind() {
        return "delay-notice";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
