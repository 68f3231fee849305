package dev.fieldservice.ticket.incoming;

import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.incoming.IncomingMailLifecycle.Command;
import dev.fieldservice.ticket.incoming.IncomingMailLifecycle.State;
import dev.fieldservice.ticket.incoming.Proposals.LikelyCustomer;
import dev.fieldservice.ticket.tickets.Ticket;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a dispatcher decides about mails. */
@ApplicationScoped
class IncomingMails {

    private final Requests requests;
    private final Files files;
    private final MailCount count;

    IncomingMails(Requests requests, Files files, MailCount count) {
        this.requests = requests;
        this.files = files;
        this.count = count;
    }

    /** A mail, and whose it may be. */
    record Seen(IncomingMail mail, List<LikelyCustomer> proposals) {

        IncomingMailView view() {
            return IncomingMailView.of(mail, proposals);
        }
    }

    /** Null if there is none. */
    static Uni<Seen> read(Mutiny.Session session, UUID id) {
        return session.find(IncomingMail.class, id)
                .chain(mail -> mail == null
                        ? Uni.createFrom().nullItem()
                        : isForAPerson(mail.state)
                                ? Proposals.of(session, mail).map(likely -> new Seen(mail, likely))
                                : Uni.createFrom().item(new Seen(mail, List.of())));
    }

    private static boolean isForAPerson(State state) {
        return switch (state) {
            case WAITING, SET_ASIDE -> true;
            case ARRIVED, TICKET_OPENED, JOINED, IGNORED, DISMISSED -> false;
        };
    }

    /** Refused with 422 where a reference leads nowhere, or to another customer's. */
    Uni<IncomingMail> accept(Tx tx, UUID id, AcceptMail request) {
        return load(tx, id, Command.ACCEPT)
                .call(mail -> contact(tx, request, mail)
                        .map(contact -> request.of(mail, contact))
                        .chain(ticket -> requests.open(tx, mail, ticket, Command.ACCEPT)));
    }

    private static Uni<UUID> contact(Tx tx, AcceptMail request, IncomingMail mail) {
        return request.contactId() == null
                ? Senders.register(tx, request.customerId(), mail)
                : Uni.createFrom().item(request.contactId());
    }

    /** Refused with 422 where there is no such ticket, or it is over. */
    Uni<IncomingMail> join(Tx tx, UUID id, UUID ticketId) {
        return load(tx, id, Command.JOIN)
                .call(mail -> tx.session()
                        .find(Ticket.class, ticketId)
                        .invoke(IncomingMails::requireOpen)
                        .chain(ticket -> requests.join(tx, mail, ticketId, Command.JOIN)));
    }

    private static void requireOpen(Ticket ticket) {
        if (ticket == null) {
            throw Refusal.RuleViolated.unknown("/ticketId", "ticket");
        }
        if (ticket.isOver()) {
            throw Refusal.RuleViolated.at(
                    "/ticketId", "ticket-is-over", "This ticket is over. Accept the mail, which opens another.");
        }
    }

    /** What came along is given up. */
    Uni<IncomingMail> dismiss(Tx tx, UUID id, String why) {
        return load(tx, id, Command.DISMISS)
                .call(mail -> OneByOne.each(mail.enclosed.files(), file -> files.release(tx, file.id())))
                .invoke(mail -> mail.dismiss(why, tx.by()));
    }

    private Uni<IncomingMail> load(Tx tx, UUID id, Command command) {
        return tx.load(IncomingMail.class, id)
                .invoke(mail -> mail.requireTakes(command))
                .invoke(mail -> tx.afterCommit(() -> count.decided(mail)));
    }
}
