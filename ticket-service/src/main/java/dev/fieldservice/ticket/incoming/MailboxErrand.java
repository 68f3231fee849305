package dev.fieldservice.ticket.incoming;

import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Outside;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.mailbox.ImapAccount;
import dev.fieldservice.ticket.mailbox.MailAccount;
import dev.fieldservice.ticket.mailbox.MailThreads;
import dev.fieldservice.ticket.mailbox.MailboxConfig;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads the mailbox, round after round, on one replica at a time: whoever holds the job reads. A round waits for news at the server
 * where that tells them, and the next begins at once; elsewhere it comes after the wait.
 */
@ApplicationScoped
public class MailboxErrand implements Outside<MailboxErrand.Nothing, MailboxErrand.Nothing, MailboxErrand.Round> {

    /** How long a replica that was killed keeps the others from reading is this and the lease's margin. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A round has to end before it is broken off. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** There is nothing to know. */
    public record Nothing() {}

    /** @param isMore whether to go on at once: there was something, or the server was waited for */
    record Round(boolean isMore) {}

    private final MailboxReader reader;
    private final MailThreads threads;
    private final MailboxConfig config;
    private final AtomicReference<MailAccount> open = new AtomicReference<>();
    private volatile boolean isStopping;

    MailboxErrand(MailboxReader reader, MailThreads threads, MailboxConfig config) {
        this.reader = reader;
        this.threads = threads;
        this.config = config;
    }

    @Override
    public Class<Nothing> content() {
        return Nothing.class;
    }

    @Override
    public Policy policy() {
        return new Policy(1, PATIENCE, Duration.ofSeconds(5), Integer.MAX_VALUE, Policy.Repetition.PER_SERVICE);
    }

    @Override
    public Uni<Optional<Nothing>> prepare(Tx tx, Errand<Nothing> errand) {
        return Uni.createFrom().item(config.host().map(host -> errand.content()));
    }

    @Override
    public Uni<Round> act(Nothing nothing) {
        long began = System.nanoTime();
        return threads.call(this::opened)
                .chain(account -> reader.round(account, isStopping ? Duration.ZERO : patience())
                        .map(dealtWith -> new Round(dealtWith > 0 || hasWaited(began)))
                        .onTermination()
                        .call(() -> threads.run(() -> closed(account))));
    }

    private Duration patience() {
        return config.patience().compareTo(LONGEST) < 0 ? config.patience() : LONGEST;
    }

    /** A server that ends each wait at once is asked no more often than one that cannot wait. */
    private boolean hasWaited(long since) {
        return System.nanoTime() - since >= patience().toNanos() / 2;
    }

    private MailAccount opened() throws Exception {
        MailAccount account = ImapAccount.open(config);
        open.set(account);
        return account;
    }

    private void closed(MailAccount account) throws Exception {
        open.compareAndSet(account, null);
        account.close();
    }

    @Override
    public Uni<Next> record(Tx tx, Errand<Nothing> errand, Round round) {
        return Uni.createFrom()
                .item(Next.again(round.isMore() ? tx.by().at() : tx.by().at().plus(patience())));
    }

    /** Long before the jobs in hand are waited for: the round that waits for news ends, and its job is free for others. */
    void leave(@Observes ShutdownDelayInitiatedEvent asked) {
        isStopping = true;
        Optional.ofNullable(open.get()).ifPresent(MailAccount::wake);
    }
}
