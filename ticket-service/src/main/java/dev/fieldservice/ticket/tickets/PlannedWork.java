package dev.fieldservice.ticket.tickets;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * What a maintenance plan asks for.
 *
 * @param plannedFor the day on which it is to be done, by the site's clock
 */
@Embeddable
public record PlannedWork(UUID planId, LocalDate plannedFor) {

    /** The beginning of that day at the site, from which both clocks run. */
    Instant begins(Parties parties) {
        return plannedFor
                .atStartOfDay(ZoneId.of(parties.location().ref().timeZone()))
                .toInstant();
    }

    /** What the plan is told when the work is over: done, or called off. */
    public record Over(UUID planId, UUID ticketId, boolean done, Instant at) {}
}
