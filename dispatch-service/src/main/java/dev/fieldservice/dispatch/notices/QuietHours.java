package dev.fieldservice.dispatch.notices;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hours in which nobody is written to about what has time until morning. From and until may be the same: then there are none. */
record QuietHours(LocalTime from, LocalTime until) {

    /** That moment, or the end of the quiet hours in which it lies. */
    Instant after(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        if (!isQuiet(local.toLocalTime())) {
            return moment;
        }
        ZonedDateTime end = local.with(until);
        return (end.isAfter(local) ? end : local.plusDays(1).with(until)).toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        return from.isAfter(until)
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
    }
}
