package dev.fieldservice.dispatch.orders;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The times of a visit: planned, expected and actual. While it is busy by these, nothing else is planned for its technicians;
 * that work under way which has taken longer is busy until now, whoever asks adds.
 */
@Embeddable
public class VisitTimes {

    /** Whoever is there a little later than expected is taken to end in time. */
    private static final Duration PUNCTUAL = Duration.ofMinutes(15);

    Instant startsAt;
    Instant endsAt;

    /**
     * Where it stands among the visits of its technicians: just before one that was planned earlier and was late enough already when
     * this one was planned; null if it stands where it is planned.
     */
    Instant comesAt;

    /** As far as it is known, by what was said or what follows from visits before; null if as planned. */
    Instant expectedArrival;

    /** What was said about this visit itself. */
    Instant announcedArrival;

    /** What the customer was told last. */
    Instant toldArrival;

    /** Since then the customer expects another visit instead. */
    boolean replaced;

    /** The arrival that suits the customer; it counts for as long as it is what they were told. */
    Instant confirmedArrival;

    Instant confirmedAt;

    /** When somebody set out, or began. */
    Instant begunAt;

    Instant arrivedAt;
    Instant endedAt;

    /** When it takes place, as far as is known; null if as planned. */
    Instant busyFrom;

    Instant busyUntil;

    protected VisitTimes() {}

    /**
     * @param before the planned start of the visit before which it comes all the same; empty for most
     * @param former what it was planned for before
     */
    static VisitTimes planned(Window window, Optional<Instant> before, Optional<VisitTimes> former) {
        VisitTimes times = new VisitTimes();
        times.startsAt = window.start();
        times.endsAt = window.end();
        times.comesAt = before.map(start -> start.minusSeconds(1)).orElse(null);
        former.ifPresent(times::keepWord);
        return times;
    }

    /** @param said whether people said it of this visit, or it follows from another's */
    void expect(Instant arrival, boolean said) {
        expectedArrival = arrival.equals(startsAt) ? null : arrival;
        announcedArrival = said ? arrival : announcedArrival;
        occupy();
    }

    void heard(AppointmentLifecycle.State newest, Instant at) {
        switch (newest) {
            case TRAVELLING -> begin(at);
            case ON_SITE, IN_PROGRESS, PAUSED -> {
                begin(at);
                arrivedAt = arrivedAt == null ? at : arrivedAt;
            }
            case COMPLETED, PARTIALLY_COMPLETED, CANNOT_COMPLETE -> endedAt = at;
            case SCHEDULED, DISPATCHED, ACCEPTED -> {
                begunAt = null;
                arrivedAt = null;
            }
            case REJECTED, CANCELLED -> {}
        }
        occupy();
    }

    private void begin(Instant at) {
        begunAt = begunAt == null ? at : begunAt;
        endedAt = null;
    }

    private void occupy() {
        Instant from = endedAt == null ? arrival() : earlier(begunAt == null ? startsAt : begunAt, endedAt);
        Instant until = endedAt == null ? from.plus(length()) : endedAt;
        boolean isAsPlanned = from.equals(startsAt) && until.equals(endsAt);
        busyFrom = isAsPlanned ? null : from;
        busyUntil = isAsPlanned ? null : until;
    }

    /** When it is expected to begin, or began; as expected if that was only a little later. */
    private Instant arrival() {
        Instant expected = expected();
        boolean isUnexpected =
                arrivedAt != null && (arrivedAt.isBefore(expected) || arrivedAt.isAfter(expected.plus(PUNCTUAL)));
        return isUnexpected ? arrivedAt : expected;
    }

    /** When the technician is expected, as far as is known now. */
    public Instant expected() {
        return expectedArrival == null ? startsAt : expectedArrival;
    }

    /** What people said of this visit itself, or else as planned: never what follows from others. */
    public Instant expectedByItself() {
        return announcedArrival == null ? startsAt : announcedArrival;
    }

    /** Whether people said it of this visit, and not of another with which it moves. */
    public boolean isSaid() {
        return announcedArrival != null && announcedArrival.equals(expected());
    }

    /** Decides which visit of the same people comes first. */
    public Instant order() {
        return comesAt == null ? startsAt : comesAt;
    }

    /** Until when its technicians are taken, as far as is known now. */
    Instant takenUntil(boolean isAtWork, Instant now) {
        Instant end = expectedEnd();
        return isAtWork && !end.isAfter(now) ? Occupancy.soon(now) : end;
    }

    /** It takes place at another time than planned. */
    boolean isMoved() {
        return busyFrom != null;
    }

    /** When it is expected to have ended, or did. */
    public Instant expectedEnd() {
        return busyUntil == null ? endsAt : busyUntil;
    }

    public Duration length() {
        return Duration.between(startsAt, endsAt);
    }

    /** Somebody has been there. */
    public boolean isArrived() {
        return arrivedAt != null;
    }

    /** When the customer expects the technician. */
    public Instant told() {
        return toldArrival == null ? startsAt : toldArrival;
    }

    /** Whether the customer was to be told another time than this plan's. */
    public boolean isTold() {
        return toldArrival != null;
    }

    /** The customer expects this from now on. @param arrival null for what is planned */
    public void tell(Instant arrival) {
        toldArrival = arrival;
        replaced = false;
        if (arrival != null && !arrival.equals(confirmedArrival)) {
            confirmedArrival = null;
            confirmedAt = null;
        }
    }

    public boolean isReplaced() {
        return replaced;
    }

    /** What suits the customer does so whoever comes. */
    void keepWord(VisitTimes other) {
        confirmedArrival = other.confirmedArrival;
        confirmedAt = other.confirmedAt;
    }

    /** Once more changes nothing. */
    void confirm(Instant at) {
        if (confirmed().isEmpty()) {
            confirmedArrival = told();
            confirmedAt = at;
        }
    }

    /** When the customer said that what they were told suits them. */
    public Optional<Instant> confirmed() {
        return Optional.ofNullable(confirmedAt).filter(at -> confirmedArrival.equals(told()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
