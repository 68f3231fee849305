package dev.fieldservice.ticket.messages;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.aggregates.Subject;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** What a customer has written about a ticket: the mail that opened it, or a reply. It is never changed. */
@Entity
public class TicketMessage extends Recorded {

    UUID ticketId;
    UUID mailId;
    String fromAddress;
    String fromName;
    String title;
    String content;
    Instant sentAt;
    Instant receivedAt;

    protected TicketMessage() {}

    /**
     * What a mail says.
     *
     * @param fromAddress null if it is not known, as {@code fromName}, {@code subject} and {@code sentAt}
     */
    public record Written(
            UUID mailId, String fromAddress, String fromName, String subject, String content, Instant sentAt) {}

    public static TicketMessage of(UUID ticket, Written written, Instant receivedAt) {
        TicketMessage message = new TicketMessage();
        message.id = Ids.next();
        message.ticketId = ticket;
        message.mailId = written.mailId();
        message.fromAddress = written.fromAddress();
        message.fromName = written.fromName();
        message.title = written.subject();
        message.content = written.content();
        message.sentAt = written.sentAt();
        message.receivedAt = receivedAt;
        return message;
    }

    @Override
    public Subject subject() {
        return new Subject("ticket", ticketId, ticketId);
    }
}
