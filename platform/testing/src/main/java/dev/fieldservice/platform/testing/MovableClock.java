package dev.fieldservice.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The system's clock, which a test can set. A service's tests offer it as an alternative to the real one. */
public final class MovableClock extends Clock {

    private static volatile Duration ahead = Duration.ZERO;

    /** From now on it is this time, and it goes on. */
    public static void set(Instant time) {
        ahead = Duration.between(Instant.now(), time);
    }

    /** Back to the real time. */
    public static void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants have no zone");
    }
}
