package dev.fieldservice.platform.files;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads for work that blocks on a disk or on S3; what follows runs where the caller was. */
@Singleton
class FileThreads {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("files-", 0).factory());

    <T> Uni<T> call(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            Uni<T> done = Uni.createFrom()
                    .<T>emitter(outcome -> carryOut(work, outcome))
                    .runSubscriptionOn(threads);
            return caller == null ? done : done.emitOn(next -> caller.runOnContext(back -> next.run()));
        });
    }

    private static <T> void carryOut(Callable<T> work, UniEmitter<? super T> outcome) {
        T done;
        try {
            done = work.call();
        } catch (Throwable failure) {
            outcome.fail(failure);
            return;
        }
        outcome.complete(done);
    }

    /** For what has nothing to tell. */
    Uni<Void> run(Work work) {
        return call(() -> {
            work.run();
            return null;
        });
    }

    /** Blocks, and may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
