package dev.fieldservice.ticket.company;

import java.util.UUID;

/** The hours in which the company works are others than before. @param after the last ticket that follows them already */
public record CalendarChanged(UUID after) {

    static CalendarChanged now() {
        return new CalendarChanged(new UUID(0, 0));
    }
}
