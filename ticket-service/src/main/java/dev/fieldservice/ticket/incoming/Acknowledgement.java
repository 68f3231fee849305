package dev.fieldservice.ticket.incoming;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.mail.Mail;
import dev.fieldservice.platform.mail.MailAddress;
import dev.fieldservice.platform.mail.MailKind;
import dev.fieldservice.platform.mail.MailPurpose;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.company.Company;
import dev.fieldservice.ticket.contacts.Contact;
import dev.fieldservice.ticket.tickets.RequestTakenMail;
import dev.fieldservice.ticket.tickets.Ticket;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The mail that tells a sender under which number their request was taken: one for each ticket that a mail opened. By its
 * {@code Message-ID}, which is made of the mail's id, a reply is known.
 */
@ApplicationScoped
public class Acknowledgement implements MailKind<Acknowledgement.Content> {

    public record Content(UUID mailId) {}

    @Override
    public List<MailPurpose> purposes() {
        return List.of(RequestTakenMail.PURPOSE);
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Uni<Optional<Mail>> write(Tx tx, Errand<Content> errand) {
        return tx.session()
                .find(IncomingMail.class, errand.content().mailId())
                .chain(mail -> MailAddress.firstUsable(mail.fromAddress, null)
                        .map(recipient -> write(tx, mail, recipient).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static Uni<Mail> write(Tx tx, IncomingMail mail, String recipient) {
        return tx.session()
                .find(Company.class, Company.ID)
                .chain(company -> tx.session()
                        .find(Ticket.class, mail.ticketId)
                        .chain(ticket -> tx.session()
                                .find(Contact.class, ticket.contactId())
                                .map(contact -> new Mail(
                                        mail.id(),
                                        RequestTakenMail.PURPOSE.name(),
                                        RequestTakenMail.languages(contact, company),
                                        recipient,
                                        Map.of(
                                                "number", ticket.number(),
                                                "topic", Requests.summary(mail),
                                                "name", Objects.requireNonNullElse(mail.fromName, ""),
                                                "company", company.tradeName()),
                                        List.of()))));
    }

    @Override
    public Uni<Void> sent(Tx tx, Errand<Content> errand) {
        return Uni.createFrom().voidItem();
    }

    /** Stands in the history of the ticket; nothing else waits for it. */
    @Override
    public Uni<Void> failed(Tx tx, Errand<Content> errand, String why) {
        return Uni.createFrom().voidItem();
    }
}
