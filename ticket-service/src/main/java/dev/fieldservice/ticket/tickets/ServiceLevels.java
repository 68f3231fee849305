package dev.fieldservice.ticket.tickets;

import dev.fieldservice.ticket.promises.Counted;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How soon somebody must respond, and how soon it must be solved, where no contract says otherwise. */
@ConfigMapping(prefix = "fieldservice.service-levels")
public interface ServiceLevels {

    Level urgent();

    Level high();

    Level normal();

    Level low();

    /** Due times of one priority, counted from when the customer asked: see {@link Ticket#following}. */
    interface Level {
        /** ISO 8601 duration. */
        @WithDefault("PT24H")
        Duration respond();

        /** ISO 8601 duration. */
        @WithDefault("PT120H")
        Duration resolve();

        /** {@code ALWAYS}, or {@code WORKING_HOURS}: only those of the site's calendar count, or of the company's where it has none. */
        @WithDefault("ALWAYS")
        Counted counted();
    }

    default Level of(Priority priority) {
        return switch (priority) {
            case URGENT -> urgent();
            case HIGH -> high();
            case NORMAL -> normal();
            case LOW -> low();
        };
    }
}
