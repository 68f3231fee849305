package dev.fieldservice.ticket.promises;

import dev.fieldservice.ticket.company.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How time is counted. @param hours the working hours that count; empty where no clock counts by them */
public record Times(Optional<WorkTime> hours) {

    public static final Times ALWAYS = new Times(Optional.empty());

    Duration between(Counted counted, Instant from, Instant to) {
        return switch (counted) {
            case ALWAYS -> from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
            case WORKING_HOURS -> working().between(from, to);
        };
    }

    Instant plus(Counted counted, Instant from, Duration time) {
        return switch (counted) {
            case ALWAYS -> from.plus(time);
            case WORKING_HOURS -> working().plus(from, time);
        };
    }

    private WorkTime working() {
        return hours.orElseThrow(() -> new IllegalStateException("no calendar was read"));
    }
}
