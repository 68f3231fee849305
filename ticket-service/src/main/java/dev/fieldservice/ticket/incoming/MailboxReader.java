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
import java.util.Set;
import java.util.UUID;
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
    private static final Duration LONGEST = Duration.ofSeconds(35);

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
        return threads.call(() -> account.arrivals(wait))
                .chain(arrivals -> Multi.createFrom()
                        .iterable(arrivals.stream().limit(MOST_AT_ONCE).toList())
                        .select()
                        .where(arrival -> System.nanoTime() < end)
                        .onItem()
                        .transformToUniAndConcatenate(arrival -> handle(account, arrival))
                        .collect()
                        .asList()
                        .map(List::size));
    }

    private Uni<Boolean> handle(MailAccount account, Arrival arrival) {
        return intake.begin(account.name(), arrival)
                .chain(begun -> begun.isDecided()
                        ? Uni.createFrom().item(true)
                        : begun.attempts() > MOST_ATTEMPTS
                                ? intake.setAside(begun.id(), "unreadable").replaceWith(true)
                                : take(account, arrival, begun.id()))
                .call(isDecided -> isDecided
                        ? threads.run(() -> account.putAway(arrival.uid()))
                        : Uni.createFrom().voidItem());
    }

    /** False if it could not be decided, and is to be tried again; the next is not held up by it. */
    private Uni<Boolean> take(MailAccount account, Arrival arrival, UUID id) {
        long most = config.mostBytes().asLongValue();
        return threads.call(() -> MailReading.of(file -> account.copy(arrival.uid(), most, file), most, own))
                .chain(open -> enclosed(open.mail())
                        .chain(came -> intake.decide(id, open.mail(), came))
                        .onTermination()
                        .call(() -> threads.run(open::close)))
                .replaceWith(true)
                .onFailure()
                .recoverWithUni(fault -> failed(id, fault));
    }

    private Uni<Boolean> failed(UUID id, Throwable fault) {
        if (liesOutside(fault)) {
            return intake.forgive(id).chain(() -> Uni.createFrom().failure(fault));
        }
        LOG.warnf(fault, "the mail %s could not be dealt with", id);
        return Faults.liesInTheData(fault)
                ? intake.setAside(id, "unreadable").replaceWith(true)
                : Uni.createFrom().item(false);
    }

    /** Of the mail server, the database or the file store: no other mail would fare better. */
    private static boolean liesOutside(Throwable fault) {
        return fault instanceof MessagingException
                || fault instanceof java.io.IOException
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
