package dev.fieldservice.platform.documents;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads on which pictures are decoded: few, as each takes a processor and the memory of a whole picture. */
@ApplicationScoped
public class PictureThreads {

    private final ExecutorService threads;

    PictureThreads(PicturesConfig config) {
        this.threads = Executors.newFixedThreadPool(
                config.atOnce(),
                Thread.ofPlatform().daemon().name("pictures-", 0).factory());
    }

    /** Waits for its turn, and until it is done; to be called from a thread that may wait. */
    public <T> T call(Callable<T> work) throws IOException {
        try {
            return threads.submit(work).get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("the service stops", stopped);
        }
    }

    @PreDestroy
    void stop() {
        var _ = threads.shutdownNow();
    }
}
