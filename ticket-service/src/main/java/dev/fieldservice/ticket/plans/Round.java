package dev.fieldservice.ticket.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What is to be done about a plan now: at most one ticket, after those that are skipped. Of those that were missed only the newest is
 * made, so that a month without service ends in one ticket and not in thirty.
 *
 * @param skipped by name, in order
 * @param due null if no ticket is to be made now
 * @param considered the last planned day that is dealt with, but for the one that is due
 * @param lastOn the last day on which something is done, but for the one that is due; null for none
 * @param waitsFor when the next is done; null if nothing is waited for
 * @param end what follows where neither is due nor waited for
 */
record Round(
        List<PlannedDay> skipped, PlannedDay due, LocalDate considered, LocalDate lastOn, LocalDate waitsFor, End end) {

    /** How it ends. */
    enum End {
        /** A ticket is due, or a day is waited for. */
        GOES_ON,
        /** There is more to look at than is looked at in one go. */
        MORE,
        /** Nothing can come any more. */
        OVER
    }

    private static final int AT_ONCE = 200;

    /**
     * Where a plan stands.
     *
     * @param considered the last planned day that is dealt with
     * @param lastOn the last day on which something is done; null for none
     * @param skippedBefore what was planned before it is skipped: the plan was paused; null for nothing
     * @param known what is made or skipped already, by the day that it was planned for, with the day on which it is done; null for skipped
     */
    record Position(LocalDate considered, LocalDate lastOn, LocalDate skippedBefore, Map<LocalDate, LocalDate> known) {}

    /** @param reach the last day for which tickets are made by now */
    static Round ofRule(PlanCalendar calendar, Position from, LocalDate today, LocalDate reach) {
        List<PlannedDay> skipped = new ArrayList<>();
        LocalDate considered = from.considered();
        LocalDate lastOn = from.lastOn();
        Iterator<PlannedDay> days = calendar.after(considered).iterator();
        for (int looked = 0; looked < AT_ONCE; looked++) {
            if (!days.hasNext()) {
                return new Round(skipped, null, considered, lastOn, null, End.OVER);
            }
            PlannedDay day = days.next();
            if (from.known().containsKey(day.planned())) {
                lastOn = later(lastOn, from.known().get(day.planned()));
            } else if (day.isDoneAfter(lastOn)) {
                if (isPaused(day, from)) {
                    skipped.add(day.leftOut(DayReason.PAUSED, "the plan was paused"));
                } else if (day.on().isAfter(reach)) {
                    return new Round(skipped, null, considered, lastOn, day.on(), End.GOES_ON);
                } else {
                    PlannedDay made = inTime(calendar, day, today);
                    if (made.isDone()) {
                        return new Round(skipped, made, considered, lastOn, null, End.GOES_ON);
                    }
                    skipped.add(made);
                }
            }
            considered = day.planned();
        }
        return new Round(skipped, null, considered, lastOn, null, End.MORE);
    }

    /** When the ticket for a day is made: with the beginning of its own day at the site, which need not be midnight. */
    static Instant ticketAt(LocalDate day, int leadDays, ZoneId zone) {
        return day.minusDays(leadDays).atStartOfDay(zone).toInstant();
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static boolean isPaused(PlannedDay day, Position from) {
        return from.skippedBefore() != null && day.planned().isBefore(from.skippedBefore());
    }

    private static PlannedDay inTime(PlanCalendar calendar, PlannedDay day, LocalDate today) {
        if (!day.on().isBefore(today)) {
            return day;
        }
        return calendar.after(day.planned())
                .takeWhile(next -> !next.planned().isAfter(today))
                .filter(next -> next.isDoneAfter(day.on()) && !next.on().isAfter(today))
                .findFirst()
                .map(next -> day.leftOut(
                        DayReason.MISSED, "it was not made in time, and the one of %s is due".formatted(next.on())))
                .orElseGet(() -> calendar.late(day, today));
    }

    /** Of what follows from the last time, or from a meter. @param next null if it is not known yet */
    static Round ofOne(PlanCalendar calendar, PlanSchedule schedule, LocalDate next, LocalDate today, LocalDate reach) {
        if (schedule.endsBefore(next == null ? today : next)) {
            return new Round(List.of(), null, today, null, null, End.OVER);
        }
        if (next == null) {
            return new Round(List.of(), null, today, null, null, End.GOES_ON);
        }
        PlannedDay day = calendar.place(next);
        PlannedDay made = day.on().isBefore(today) ? calendar.late(day, today) : day;
        return made.on().isAfter(reach)
                ? new Round(List.of(), null, today, null, made.on(), End.GOES_ON)
                : new Round(List.of(), made, today, null, null, End.GOES_ON);
    }
}
