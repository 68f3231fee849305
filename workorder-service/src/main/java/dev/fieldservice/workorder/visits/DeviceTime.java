package dev.fieldservice.workorder.visits;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When something happened by the device's clock, which may be wrong by a little and alone decides nothing. */
public final class DeviceTime {

    private DeviceTime() {}

    /**
     * The device's time, as PostgreSQL stores it, so that what is read equals what was written; refused with 422 where it is
     * of the future.
     *
     * @param claimed null if the device says nothing
     */
    public static Instant past(String pointer, Instant claimed, TimesConfig times, By by) {
        Instant now = by.at();
        if (claimed == null) {
            return now;
        }
        if (claimed.isAfter(now.plus(times.ahead()))) {
            throw Refusal.RuleViolated.at(
                    pointer, "implausible-time", "This lies in the future: it is %s here.".formatted(now));
        }
        return claimed.isAfter(now) ? now : claimed.truncatedTo(ChronoUnit.MICROS);
    }

    /** Not before what it follows: so much that no clock explains it is refused with 422, less is taken to be at the same time. */
    static Instant after(Instant earliest, Instant claimed, String code, String detail, TimesConfig times) {
        if (claimed.isBefore(earliest.minus(times.behind()))) {
            throw Refusal.RuleViolated.at("/occurredAt", code, detail.formatted(earliest));
        }
        return claimed.isBefore(earliest) ? earliest : claimed;
    }
}
