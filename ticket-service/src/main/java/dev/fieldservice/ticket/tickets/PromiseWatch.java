package dev.fieldservice.ticket.tickets;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.ticket.escalations.EscalationPlan;
import dev.fieldservice.ticket.promises.Clocks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The clocks of what was promised with a ticket, as time goes by. */
record PromiseWatch(Ticket ticket, By by) {

    /** Tells of the marks that they have come to. @return those */
    List<Clocks.Mark> reach() {
        List<Clocks.Mark> marks = ticket.promise.reach(by.at());
        for (Clocks.Mark mark : marks) {
            ticket.note(mark.kind() + "_" + mark.percent(), mark.at(), "due " + mark.dueAt(), by);
            ticket.warn(mark, by);
        }
        return marks;
    }

    /** Names those whom the plan wants told of these marks. */
    List<Escalation> escalate(List<Clocks.Mark> marks, EscalationPlan plan) {
        List<Escalation> told = ticket.promise.escalate(marks, plan, ticket.priority, by.at());
        if (!told.isEmpty()) {
            String words = told.stream()
                    .map(one -> "%s %d: %s".formatted(one.clock(), one.percent(), one.name()))
                    .collect(Collectors.joining(", "));
            ticket.note("ESCALATED", by.at(), words, by);
        }
        return told;
    }

    /** When the next is due, if any is. */
    Optional<Instant> next() {
        return ticket.promise.nextMark();
    }

    /** The calendar that counts may have changed since. @return whether it is due otherwise, and has to be watched anew */
    boolean comeDue() {
        if (ticket.promise.clocks == null || !ticket.promise.comeDue()) {
            return false;
        }
        String words = "respond by %s, resolve by %s".formatted(ticket.promise.respondBy, ticket.promise.resolveBy);
        ticket.note("DUE_OTHERWISE", by.at(), words, by);
        ticket.tell(by);
        return true;
    }
}
