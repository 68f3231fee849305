package dev.fieldservice.platform.papers;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * The threads on which papers are printed: few, and resting after each that took long, as they take a processor from those who give
 * commands.
 */
@ApplicationScoped
public class Press {

    private final ExecutorService threads;
    private final Line line;

    Press(PapersConfig config) {
        this.line = new Line(config.atOnce() + 1, config.waiting());
        this.threads = new RestingThreads(
                config.atOnce(), Thread.ofPlatform().daemon().name("papers-", 0).factory());
    }

    /** Waits for its turn, and until it is done; to be called from a thread that may wait. */
    public void print(Supplier<Paper> paper, OutputStream out) throws IOException {
        try {
            threads.submit(() -> {
                        Pdf.write(paper.get(), out);
                        return null;
                    })
                    .get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("the service stops", stopped);
        }
    }

    /**
     * Has something read and printed for somebody who waits for it, when its turn comes: what is to be printed stands in memory until
     * it is, so that one is read while another is printed and no more. Refused, before anything is read, with 429 if that is under way
     * for the same, with 503 if many wait.
     *
     * @param whose of the reader, or of what is read
     */
    public <T> Uni<T> awaited(UUID whose, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context here = Vertx.currentContext();
            Uni<Void> turn = Uni.createFrom().completionStage(line.enter(whose));
            return (here == null ? turn : turn.emitOn(next -> here.runOnContext(back -> next.run())))
                    .chain(work::get)
                    .onTermination()
                    .invoke(() -> line.leave(whose));
        });
    }

    /** In memory, for somebody who looks at it. */
    public Uni<byte[]> printed(Supplier<Paper> paper) {
        return Uni.createFrom().deferred(() -> {
            Context here = Vertx.currentContext();
            Uni<byte[]> printed = Uni.createFrom()
                    .<byte[]>emitter(outcome -> print(paper, outcome))
                    .runSubscriptionOn(threads);
            return here == null ? printed : printed.emitOn(next -> here.runOnContext(back -> next.run()));
        });
    }

    private static void print(Supplier<Paper> paper, UniEmitter<? super byte[]> outcome) {
        var out = new ByteArrayOutputStream();
        try {
            Pdf.write(paper.get(), out);
        } catch (IOException | RuntimeException failure) {
            outcome.fail(failure);
            return;
        }
        outcome.complete(out.toByteArray());
    }

    @PreDestroy
    void stop() {
        var _ = threads.shutdownNow();
    }
}
