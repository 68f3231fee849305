package dev.fieldservice.ticket.tickets;

import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.mail.Mail;
import dev.fieldservice.platform.mail.MailAddress;
import dev.fieldservice.platform.mail.MailKind;
import dev.fieldservice.platform.mail.MailPurpose;
import dev.fieldservice.platform.mail.Mails;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.company.Company;
import dev.fieldservice.ticket.contacts.Contact;
import dev.fieldservice.ticket.errands.TicketErrand;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The mail that tells a contact under which number a request was taken that came otherwise than by mail: one for each ticket, whose
 * id makes its {@code Message-ID}.
 */
@ApplicationScoped
public class RequestTakenMail implements MailKind<RequestTakenMail.Content> {

    public static final MailPurpose PURPOSE = new MailPurpose(
            "received",
            Map.of(
                    "number", "T-2026-000042",
                    "topic", "Vitrina frigorifică nu mai răcește",
                    "name", "Maria Ionescu",
                    "company", "Frigo Service"));

    public record Content(UUID ticketId) {}

    /** Has it sent once the running transaction is committed, to a contact who can be written to and wants it. */
    static Uni<Void> later(Tx tx, Mails mails, Ticket ticket, Contact contact) {
        return recipient(contact).isEmpty()
                ? Uni.createFrom().voidItem()
                : mails.later(tx, TicketErrand.REQUEST_TAKEN, ticket.subject(), new Content(ticket.id()));
    }

    @Override
    public List<MailPurpose> purposes() {
        return List.of(PURPOSE);
    }

    @Override
    public Class<Content> content() {
        return Content.class;
    }

    @Override
    public Uni<Optional<Mail>> write(Tx tx, Errand<Content> errand) {
        return tx.session()
                .find(Ticket.class, errand.content().ticketId())
                .chain(ticket -> tx.session()
                        .find(Contact.class, ticket.contactId)
                        .chain(contact -> tx.session()
                                .find(Company.class, Company.ID)
                                .map(company -> recipient(contact)
                                        .map(recipient -> mail(ticket, contact, company, recipient)))));
    }

    private static Mail mail(Ticket ticket, Contact contact, Company company, String recipient) {
        return new Mail(
                ticket.id(),
                PURPOSE.name(),
                languages(contact, company),
                recipient,
                Map.of(
                        "number",
                        ticket.number,
                        "topic",
                        ticket.summary,
                        "name",
                        contact.ref().name(),
                        "company",
                        company.tradeName()),
                List.of());
    }

    private static Optional<String> recipient(Contact contact) {
        ContactRef known = contact.ref();
        return known.takesMail() ? MailAddress.firstUsable(known.email(), null) : Optional.empty();
    }

    /** The contact's, where there are texts in it, or else the company's. */
    public static List<String> languages(Contact contact, Company company) {
        return Optional.ofNullable(contact.ref().language())
                .filter(Mails::areWrittenIn)
                .map(List::of)
                .orElseGet(company::languages);
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
