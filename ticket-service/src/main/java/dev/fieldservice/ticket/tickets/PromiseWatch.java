package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.ticket.promises.Clocks;
import java.time.Instant;
import java.util.Optional;

/** The clocks of what was promised with a ticket, as time goes by. */
record PromiseWatch(Ticket ticket, By by) {

    /** Tells of the marks that they have come to. @return when the next is due, if any is */
    Optional<Instant> reach() {
        for (Clocks.Mark mark : ticket.promise.reach(by.at())) {
            ticket.note(mark.kind() + "_" + mark.percent(), mark.at(), "due " + mark.dueAt(), by);
            ticket.warn(mark, by);
        }
        return ticket.promise.nextMark();
    }

    /** The company's calendar may have changed since. */
    void comeDue() {
        if (ticket.promise.clocks != null && ticket.promise.comeDue()) {
            String words = "respond by %s, resolve by %s".formatted(ticket.promise.respondBy, ticket.promise.resolveBy);
            ticket.note("DUE_OTHERWISE", by.at(), words, by);
            ticket.tell(by);
        }
    }
}
