package dev.fieldservice.workorder.visits;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When something happened by the device's clock, which may be wrong, but not by that much. */
public final class DeviceTime {

    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Duration LONGEST_OFFLINE = Duration.ofDays(30);

    private DeviceTime() {}

    /**
     * The device's time, or the server's if the device says nothing.
     *
     * @param claimed null if the device says nothing
     */
    public static Instant of(Instant claimed, By by) {
        return claimed == null ? by.at() : plausible("/occurredAt", claimed, LONGEST_OFFLINE, by);
    }

    /** As PostgreSQL stores it, so that what is read equals what was written; refused with 422 where it cannot be. */
    public static Instant plausible(String pointer, Instant claimed, Duration oldest, By by) {
        if (claimed.isAfter(by.at().plus(AHEAD)) || claimed.isBefore(by.at().minus(oldest))) {
            String detail = "Expected is a time of the last %d days, and not of the future. It is %s here."
                    .formatted(oldest.toDays(), by.at());
            throw Refusal.RuleViolated.at(pointer, "implausible-time", detail);
        }
        return claimed.truncatedTo(ChronoUnit.MICROS);
    }
}
