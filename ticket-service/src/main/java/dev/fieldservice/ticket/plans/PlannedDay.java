package dev.fieldservice.ticket.plans;

import java.time.LocalDate;

/**
 * A day on which the work is planned, and what becomes of it.
 *
 * @param on when it is done; null if it is not
 * @param words for people, where it is not simply done on that day; null otherwise
 */
record PlannedDay(LocalDate planned, LocalDate on, DayReason reason, String words) {

    static PlannedDay done(LocalDate planned) {
        return new PlannedDay(planned, planned, DayReason.ON_ITS_DAY, null);
    }

    PlannedDay movedTo(LocalDate day, DayReason why, String because) {
        String more = "%s; moved to %s".formatted(because, day);
        return new PlannedDay(planned, day, why, words == null ? more : words + "; " + more);
    }

    PlannedDay leftOut(DayReason why, String because) {
        return new PlannedDay(planned, null, why, because);
    }

    boolean isDone() {
        return on != null;
    }

    boolean isDoneAfter(LocalDate day) {
        return on != null && (day == null || on.isAfter(day));
    }
}
