package dev.fieldservice.ticket.mailbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Threads for what blocks on the mail server or reads a mail: never an event loop. What follows runs where the caller was. */
@Singleton
public class MailThreads {

    private static final Logger LOG = Logger.getLogger(MailThreads.class);

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = Thread.ofPlatform().daemon().name("mailbox").unstarted(work);
        thread.setContextClassLoader(MailThreads.class.getClassLoader()); // by which providers of mail are found
        return thread;
    });

    /** Blocks, and may fail. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    public <T> Uni<T> call(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            Uni<T> done = Uni.createFrom()
                    .<T>emitter(outcome -> carryOut(work, outcome))
                    .runSubscriptionOn(threads);
            return caller == null ? done : done.emitOn(next -> caller.runOnContext(back -> next.run()));
        });
    }

    /** For what has nothing to tell. */
    public Uni<Void> run(Work work) {
        return call(() -> {
            work.run();
            return null;
        });
    }

    private static <T> void carryOut(Callable<T> work, UniEmitter<? super T> outcome) {
        var isOver = new AtomicBoolean();
        var _ = outcome.onTermination(() -> isOver.set(true));
        T done;
        try {
            done = work.call();
        } catch (Throwable failure) {
            outcome.fail(failure);
            return;
        }
        if (isOver.get()) {
            close(done);
        } else {
            outcome.complete(done);
        }
    }

    /** Nobody waits for it any more. */
    private static void close(Object done) {
        if (done instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception failed) {
                LOG.debugf(failed, "not closed: %s", done);
            }
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
