package dev.fieldservice.ticket.promises;

import dev.fieldservice.ticket.company.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How time is counted. @param company empty where no clock counts working hours */
public record Times(Optional<WorkTime> company) {

    public static final Times ALWAYS = new Times(Optional.empty());

    Duration between(Counted counted, Instant from, Instant to) {
        return switch (counted) {
            case ALWAYS -> from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
            case WORKING_HOURS -> hours().between(from, to);
        };
    }

    Instant plus(Counted counted, Instant from, Duration time) {
        return switch (counted) {
            case ALWAYS -> from.plus(time);
            case WORKING_HOURS -> hours().plus(from, time);
        };
    }

    private WorkTime hours() {
        return company.orElseThrow(() -> new IllegalStateException("the company's calendar was not read"));
    }
}
