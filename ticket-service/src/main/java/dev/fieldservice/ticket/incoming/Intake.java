package dev.fieldservice.ticket.incoming;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import dev.fieldservice.ticket.incoming.Conversations.Found;
import dev.fieldservice.ticket.incoming.IncomingMailLifecycle.Command;
import dev.fieldservice.ticket.incoming.Senders.Sender;
import dev.fieldservice.ticket.mailbox.MailAccount.Arrival;
import dev.fieldservice.ticket.mailbox.MailboxConfig;
import dev.fieldservice.ticket.mailbox.ReadMail;
import dev.fieldservice.ticket.tickets.Ticket;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Decides about mails, each in one transaction: the ticket or message, what came along, the acknowledgement, and that this mail is
 * done with. Whatever dies before its commit is done anew, and after it the mail is found decided.
 */
@ApplicationScoped
public class Intake {

    private static final String SAME_MAIL = """
            select 1 from incoming_mail where fingerprint = :fingerprint and state not in ('ARRIVED', 'IGNORED') limit 1""";
    private static final String RECENT = """
            select count(*) from incoming_mail
             where from_address = :address and state = 'TICKET_OPENED' and arrived_at > :since and arrived_at <= :until""";
    private static final String KNOWN_UID = """
            select id from incoming_mail where account = :account and uid_validity = :validity and uid = :uid""";

    private final UnitOfWork unit;
    private final Files files;
    private final Requests requests;
    private final MailboxConfig config;
    private final MailCount count;
    private final Clock clock;

    Intake(UnitOfWork unit, Files files, Requests requests, MailboxConfig config, MailCount count, Clock clock) {
        this.unit = unit;
        this.files = files;
        this.requests = requests;
        this.config = config;
        this.count = count;
        this.clock = clock;
    }

    /** A mail that is about to be read. @param attempts with this one */
    record Begun(UUID id, boolean isDecided, int attempts) {

        static Begun of(IncomingMail mail) {
            return new Begun(mail.id(), mail.isDecided(), mail.attempts);
        }
    }

    /** Written before it is read, so that one that ends the process is known when it comes again. */
    Uni<Begun> begin(String account, Arrival arrival) {
        return unit.run(
                by(),
                tx -> tx.session()
                        .createNativeQuery(KNOWN_UID, UUID.class)
                        .setParameter("account", account)
                        .setParameter("validity", arrival.uidValidity())
                        .setParameter("uid", arrival.uid())
                        .getResultList()
                        .chain(known -> known.isEmpty()
                                ? tx.add(IncomingMail.arrived(account, arrival, tx.by()))
                                : tx.load(IncomingMail.class, known.getFirst()).invoke(Intake::countAttempt))
                        .map(Begun::of));
    }

    private static void countAttempt(IncomingMail mail) {
        if (!mail.isDecided()) {
            mail.attempts++;
        }
    }

    /** It was no fault of the mail's that reading it came to nothing. */
    Uni<Void> forgive(UUID id) {
        return change(id, mail -> mail.attempts = Math.max(0, mail.attempts - 1));
    }

    Uni<Void> setAside(UUID id, String why) {
        return change(id, mail -> {
            mail.setAside(why, by());
            count.decided(mail);
        });
    }

    private Uni<Void> change(UUID id, Consumer<IncomingMail> change) {
        return unit.run(
                        by(),
                        tx -> tx.load(IncomingMail.class, id).invoke(mail -> {
                            if (!mail.isDecided()) {
                                change.accept(mail);
                            }
                        }))
                .replaceWithVoid();
    }

    /**
     * Once: a mail that is decided stays as it is.
     *
     * @param receivedAt when the server got it; null if it does not say
     */
    Uni<Void> decide(UUID id, ReadMail read, Enclosed came, Instant receivedAt) {
        return unit.run(
                        by(),
                        tx -> tx.load(IncomingMail.class, id)
                                .call(mail -> mail.isDecided()
                                        ? Uni.createFrom().voidItem()
                                        : decide(tx, mail, read, came, receivedAt)))
                .replaceWithVoid();
    }

    private Uni<Void> decide(Tx tx, IncomingMail mail, ReadMail read, Enclosed came, Instant receivedAt) {
        mail.read(read, came, receivedAt);
        tx.afterCommit(() -> count.decided(mail));
        if (read.unwanted().isPresent()) {
            mail.ignore(read.unwanted().get(), tx.by());
            return Uni.createFrom().voidItem();
        }
        return isThere(tx, mail).chain(isThere -> {
            if (isThere) {
                mail.ignore(IncomingMail.DUPLICATE, tx.by());
                return Uni.createFrom().voidItem();
            }
            return keep(tx, mail).chain(() -> assign(tx, mail, read));
        });
    }

    private static Uni<Boolean> isThere(Tx tx, IncomingMail mail) {
        return mail.fingerprint == null
                ? Uni.createFrom().item(false)
                : tx.session()
                        .createNativeQuery(SAME_MAIL)
                        .setParameter("fingerprint", mail.fingerprint)
                        .getResultList()
                        .map(found -> !found.isEmpty());
    }

    private Uni<Void> keep(Tx tx, IncomingMail mail) {
        return OneByOne.each(mail.enclosed.files(), file -> files.claim(tx, file.sha256(), file.id()));
    }

    private Uni<Void> assign(Tx tx, IncomingMail mail, ReadMail read) {
        if (read.damage().isPresent()) {
            mail.setAside(read.damage().get(), tx.by());
            return Uni.createFrom().voidItem();
        }
        return Senders.known(tx, mail.fromAddress)
                .chain(senders -> Conversations.find(tx, mail)
                        .chain(found ->
                                found.isPresent() ? join(tx, mail, found.get(), senders) : open(tx, mail, senders)));
    }

    private Uni<Void> join(Tx tx, IncomingMail mail, Found found, List<Sender> senders) {
        boolean isKnown = found.isTrusted()
                || senders.stream().anyMatch(sender -> sender.customerId().equals(found.customerId()));
        if (!isKnown) {
            return waits(tx, mail, "sender-unknown");
        }
        return tx.session()
                .find(Ticket.class, found.ticketId())
                .chain(ticket -> ticket.isOver()
                        ? waits(tx, mail, "ticket-is-over")
                        : requests.join(tx, mail, found.ticketId(), Command.ADD).replaceWithVoid());
    }

    private Uni<Void> open(Tx tx, IncomingMail mail, List<Sender> senders) {
        if (Conversations.answersUs(mail)) {
            return waits(tx, mail, "answers-our-mail");
        }
        if (senders.size() != 1) {
            return waits(tx, mail, senders.isEmpty() ? "sender-unknown" : "several-customers");
        }
        if (mail.generated) {
            return waits(tx, mail, "not-written-by-a-person");
        }
        if (mail.arrivedAt.isBefore(tx.by().at().minus(config.oldest()))) {
            return waits(tx, mail, "came-long-ago");
        }
        UUID customer = senders.getFirst().customerId();
        return openedLately(tx, mail)
                .chain(opened -> opened >= config.ticketsPerHour()
                        ? waits(tx, mail, "too-many")
                        : Senders.place(tx, customer, mail.subjectLine() + "\n" + mail.text())
                                .chain(place -> open(tx, mail, senders.getFirst(), place)));
    }

    private Uni<Void> open(Tx tx, IncomingMail mail, Sender sender, Optional<Senders.Place> place) {
        if (place.isEmpty()) {
            return waits(tx, mail, "site-unknown");
        }
        Uni<UUID> contact = sender.contactId() == null
                ? Senders.register(tx, sender.customerId(), mail)
                : Uni.createFrom().item(sender.contactId());
        return contact.map(id -> Requests.request(mail, new Sender(sender.customerId(), id), place.get()))
                .chain(request -> requests.open(tx, mail, request, Command.OPEN))
                .replaceWithVoid();
    }

    private static Uni<Void> waits(Tx tx, IncomingMail mail, String why) {
        mail.putToWait(why, tx.by());
        return Uni.createFrom().voidItem();
    }

    private static Uni<Long> openedLately(Tx tx, IncomingMail mail) {
        return tx.session()
                .createNativeQuery(RECENT, Long.class)
                .setParameter("address", mail.fromAddress)
                .setParameter("since", mail.arrivedAt.minus(Duration.ofHours(1)))
                .setParameter("until", mail.arrivedAt)
                .getSingleResult();
    }

    private By by() {
        return By.service("mailbox", clock.instant(), null, null);
    }
}
