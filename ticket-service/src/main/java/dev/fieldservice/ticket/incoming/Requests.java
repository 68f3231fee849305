package dev.fieldservice.ticket.incoming;

import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.attachments.Attachments;
import dev.fieldservice.ticket.errands.TicketErrand;
import dev.fieldservice.ticket.incoming.IncomingMailLifecycle.Command;
import dev.fieldservice.ticket.mailbox.MailboxConfig;
import dev.fieldservice.ticket.mailbox.SafeText;
import dev.fieldservice.ticket.tickets.Channel;
import dev.fieldservice.ticket.tickets.NewTicket;
import dev.fieldservice.ticket.tickets.Priority;
import dev.fieldservice.ticket.tickets.ServiceType;
import dev.fieldservice.ticket.tickets.Ticket;
import dev.fieldservice.ticket.tickets.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes tickets, and messages about tickets, of mails: with what came along, in the transaction that decides about the mail. */
@ApplicationScoped
class Requests {

    private static final int LONGEST_SUMMARY = 200;
    private static final int LONGEST_INSTRUCTIONS = 4000;
    private static final int SHOWN = 200;

    private final Tickets tickets;
    private final Attachments attachments;
    private final Mails mails;
    private final MailboxConfig config;

    Requests(Tickets tickets, Attachments attachments, Mails mails, MailboxConfig config) {
        this.config = config;
        this.tickets = tickets;
        this.attachments = attachments;
        this.mails = mails;
    }

    /** What a mail asks for where nobody has said more. */
    static NewTicket request(IncomingMail mail, Senders.Sender sender, Senders.Place place) {
        return new NewTicket(
                Channel.EMAIL,
                sender.customerId(),
                sender.contactId(),
                place.locationId(),
                place.assetId(),
                ServiceType.REPAIR,
                Priority.NORMAL,
                summary(mail),
                instructions(mail),
                List.of(),
                null,
                false); // the sender is told of it by an answer to the mail
    }

    static String summary(IncomingMail mail) {
        String topic = SafeText.line(mail.topic(), LONGEST_SUMMARY);
        String words = topic.isEmpty() ? SafeText.line(mail.text(), LONGEST_SUMMARY) : topic;
        return words.isEmpty() ? "E-mail" : words;
    }

    /** Null if nothing was written; the whole of it stands among the ticket's messages. */
    static String instructions(IncomingMail mail) {
        String text = SafeText.lines(mail.text(), LONGEST_INSTRUCTIONS);
        return text.isEmpty() ? null : text;
    }

    /** As asked for when the mail came, or now where that is long ago. Its sender is told of the ticket, but never a machine. */
    Uni<Ticket> open(Tx tx, IncomingMail mail, NewTicket request, Command command) {
        Instant oldest = tx.by().at().minus(config.oldest());
        return tickets.open(tx, request, mail.arrivedAt.isBefore(oldest) ? null : mail.arrivedAt)
                .call(ticket -> take(tx, mail, ticket, command))
                .call(ticket -> mail.generated
                        ? Uni.createFrom().voidItem()
                        : mails.later(
                                tx,
                                TicketErrand.ACKNOWLEDGEMENT,
                                ticket.subject(),
                                new Acknowledgement.Content(mail.id())));
    }

    /** Refused with 422 where there is no such ticket. */
    Uni<Ticket> join(Tx tx, IncomingMail mail, UUID ticketId, Command command) {
        Instant answeredAt = mail.generated ? null : mail.arrivedAt;
        return tickets.hear(tx, ticketId, SafeText.line(mail.words(), SHOWN), command == Command.JOIN, answeredAt)
                .call(ticket -> take(tx, mail, ticket, command));
    }

    private Uni<Integer> take(Tx tx, IncomingMail mail, Ticket ticket, Command command) {
        mail.isOf(ticket.id(), command, tx.by());
        var files = mail.enclosed.files();
        return tx.add(mail.messageOn(ticket.id()))
                .chain(() -> attachments.add(
                        tx,
                        ticket,
                        files.stream().map(Enclosed.Kept::attachment).toList(),
                        files.stream().map(Enclosed.Kept::content).toList()))
                .invoke(mail::attached);
    }
}
