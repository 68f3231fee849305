package dev.fieldservice.ticket.incoming;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.database.Faults;
import dev.fieldservice.platform.documents.PictureThreads;
import dev.fieldservice.platform.documents.Reading;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.mail.MailConfig;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.ticket.incoming.Enclosed.Kept;
import dev.fieldservice.ticket.incoming.Intake.Begun;
import dev.fieldservice.ticket.mailbox.MailAccount;
import dev.fieldservice.ticket.mailbox.MailAccount.Arrival;
import dev.fieldservice.ticket.mailbox.MailReading;
import dev.fieldservice.ticket.mailbox.MailThreads;
import dev.fieldservice.ticket.mailbox.MailboxConfig;
import dev.fieldservice.ticket.mailbox.ReadMail;
import dev.fieldservice.ticket.mailbox.ReadMail.LeftOut;
import dev.fieldservice.ticket.mailbox.ReadMail.MailFile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Takes mails from an account, one after the other: noted, read, decided in one transaction, and moved away afterwards. Whatever
 * dies in between, the next round finds each mail where it is and goes on there.
 */
@ApplicationScoped
public class MailboxReader {

    private static final Logger LOG = Logger.getLogger(MailboxReader.class);

    /** A mail that has ended the process so often is not read again. */
    private static final int MOST_ATTEMPTS = 3;

    private static final int MOST_AT_ONCE = 20;

    /** Whatever is begun until then has the rest of the job's patience. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Of a mail that is not read any more: enough to know from whom it is. */
    private static final int HEAD = 64 * 1024;

    private final Intake intake;
    private final Files files;
    private final PictureThreads pictures;
    private final MailThreads threads;
    private final MailboxConfig config;
    private final Set<String> own;

    MailboxReader(
            Intake intake,
            Files files,
            PictureThreads pictures,
            MailThreads threads,
            MailboxConfig config,
            MailConfig sending) {
        this.intake = intake;
        this.files = files;
        this.pictures = pictures;
        this.threads = threads;
        this.config = config;
        this.own = Stream.of(config.ownAddress(), sending.from())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Deals with what there is, or with what comes while it waits.
     *
     * @return how many were dealt with
     */
    public Uni<Integer> round(MailAccount account, Duration wait) {
        long end = System.nanoTime() + LONGEST.toNanos();
        var dealtWith = new AtomicInteger();
        return threads.call(() -> account.arrivals(wait))
                .chain(arrivals -> Multi.createFrom()
                        .iterable(arrivals)
                        .select()
                        .where(arrival -> System.nanoTime() < end && dealtWith.get() < MOST_AT_ONCE)
                        .onItem()
                        .transformToUniAndConcatenate(arrival -> handle(account, arrival)
                                .invoke(isDealtWith -> dealtWith.addAndGet(isDealtWith ? 1 : 0)))
                        .collect()
                        .last()
                        .map(last -> dealtWith.get()));
    }

    /** False if it is there still, and is to be tried again. */
    private Uni<Boolean> handle(MailAccount account, Arrival arrival) {
        return intake.begin(account.name(), arrival)
                .chain(begun -> begun.isDecided()
                        ? Uni.createFrom().item(true)
                        : begun.attempts() > MOST_ATTEMPTS
                                ? setAside(account, arrival, begun)
                                : take(account, arrival, begun.id()))
                .chain(isDecided ->
                        isDecided ? putAway(account, arrival) : Uni.createFrom().item(false));
    }

    private Uni<Boolean> putAway(MailAccount account, Arrival arrival) {
        return threads.run(() -> account.putAway(arrival.uid()))
                .replaceWith(true)
                .onFailure()
                .recoverWithUni(fault -> passOver(account, arrival, fault));
    }

    private Uni<Boolean> take(MailAccount account, Arrival arrival, UUID id) {
        long most = config.mostBytes().asLongValue();
        return threads.call(() -> Optional.ofNullable(account.receivedAt(arrival.uid())))
                .chain(receivedAt -> threads.call(
                                () -> MailReading.of(file -> account.copy(arrival.uid(), most, file), most, own))
                        .chain(open -> enclosed(open.mail())
                                .chain(came -> intake.decide(id, open.mail(), came, receivedAt.orElse(null)))
                                .onTermination()
                                .call(() -> threads.run(open::close))))
                .replaceWith(true)
                .onFailure()
                .recoverWithUni(fault -> failed(account, arrival, id, fault));
    }

    /** What ended the process even so is set aside unseen. */
    private Uni<Boolean> setAside(MailAccount account, Arrival arrival, Begun begun) {
        Uni<Void> unseen = intake.setAside(begun.id(), "unreadable");
        return begun.attempts() > MOST_ATTEMPTS + 1
                ? unseen.replaceWith(true)
                : threads.call(() -> MailReading.head(head -> account.copy(arrival.uid(), HEAD, head)))
                        .chain(mail -> intake.decide(begun.id(), mail, Enclosed.NOTHING, null))
                        .onFailure(fault -> !(fault instanceof MessagingException || Faults.mayPass(fault)))
                        .recoverWithUni(fault -> unseen)
                        .replaceWith(true)
                        .onFailure(MessagingException.class)
                        .recoverWithUni(fault -> passOver(account, arrival, fault));
    }

    private Uni<Boolean> failed(MailAccount account, Arrival arrival, UUID id, Throwable fault) {
        if (fault instanceof MessagingException) {
            return passOver(account, arrival, fault);
        }
        if (liesOutside(fault)) {
            return intake.forgive(id).chain(() -> Uni.createFrom().failure(fault));
        }
        LOG.warnf(fault, "the mail %s could not be dealt with", id);
        return Faults.liesInTheData(fault)
                ? intake.setAside(id, "unreadable").replaceWith(true)
                : Uni.createFrom().item(false);
    }

    /**
     * Of one mail the server gives nothing, or cannot move it: as long as it is there, the others are not held up. That it has gone
     * may be due to the mail, which is therefore begun so many times only.
     */
    private Uni<Boolean> passOver(MailAccount account, Arrival arrival, Throwable fault) {
        return threads.call(account::isThere).chain(isThere -> {
            if (!isThere) {
                return Uni.createFrom().failure(fault);
            }
            LOG.warnf("the mail with the UID %d: %s", arrival.uid(), fault.getMessage());
            return Uni.createFrom().item(false);
        });
    }

    /** Of the database, the file store or the disk: no other mail would fare better. */
    private static boolean liesOutside(Throwable fault) {
        return fault instanceof java.io.IOException
                || fault instanceof Refused refused && refused.refusal() instanceof Refusal.Unavailable
                || Faults.mayPass(fault);
    }

    /** Stores what came along, as far as it is wanted and taken; a file that is not costs no other. */
    private Uni<Enclosed> enclosed(ReadMail mail) {
        List<Kept> kept = new ArrayList<>();
        List<LeftOut> left = new ArrayList<>(mail.left());
        return Multi.createFrom()
                .iterable(mail.unwanted().isPresent() ? List.<MailFile>of() : mail.files())
                .onItem()
                .transformToUniAndConcatenate(file -> stored(file)
                        .invoke(kept::add)
                        .onFailure(MailboxReader::isOfTheFile)
                        .recoverWithItem(fault -> {
                            left.add(new LeftOut(
                                    file.name(), ((Refused) fault).refusal().code()));
                            return null;
                        }))
                .onItem()
                .ignoreAsUni()
                .map(done -> new Enclosed(List.copyOf(kept), List.copyOf(left)));
    }

    private Uni<Kept> stored(MailFile file) {
        Reading reading = new Reading(pictures);
        return files.store(to -> {
                    try (var content = new EnclosedStream(file.content())) {
                        reading.copy(content, to);
                    }
                })
                .map(stored -> Kept.of(Ids.next(), file.name(), reading.as(stored)));
    }

    private static boolean isOfTheFile(Throwable fault) {
        return fault instanceof Refused refused && !(refused.refusal() instanceof Refusal.Unavailable);
    }
}
