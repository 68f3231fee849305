package dev.fieldservice.ticket.tickets;

import dev.fieldservice.contracts.AttachmentRef;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.ticket.tickets.TicketLifecycle.Command;
import java.util.List;
import java.util.UUID;

/** What is attached to a ticket. */
public record Attaching(Ticket ticket) {

    /** Refused like an attachment itself would be: with 409 once it is over, with 422 where it has too many. */
    public void requireTaken() {
        var _ = TicketLifecycle.TABLE.next(ticket.state, Command.ATTACH);
        ticket.attached.requireRoom();
    }

    /** How many more it takes now. */
    public int room() {
        return TicketLifecycle.TABLE.target(ticket.state, Command.ATTACH).isPresent() ? ticket.attached.room() : 0;
    }

    /** Several at once, of which the others are told once. */
    public void add(List<AttachmentRef> files, By by) {
        for (AttachmentRef file : files) {
            ticket.stay(Command.ATTACH, "%s (%s)".formatted(file.name(), file.sha256()), by);
            ticket.attached = ticket.attached.with(file);
        }
        if (!files.isEmpty()) {
            ticket.tell(by);
        }
    }

    /** What was attached is withdrawn. @param words for people who read the history */
    public void withdraw(UUID file, String words, By by) {
        ticket.attached = ticket.attached.without(file);
        ticket.note("WITHDRAW_ATTACHMENT", by.at(), words, by);
        ticket.tell(by);
    }
}
