package dev.fieldservice.platform.clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The one source of time. Ticks in microseconds, as PostgreSQL stores it: what is written is what is read. */
public class Clocks {

    private static final Duration POSTGRESQL_PRECISION = Duration.ofNanos(1_000);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), POSTGRESQL_PRECISION);
    }
}
