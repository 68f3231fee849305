package dev.fieldservice.workorder.signatures;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The threads on which pictures are decoded: two, as a small picture of many pixels takes long, and whoever sends many of them
 * must not have all processors and worker threads.
 */
@ApplicationScoped
class Drawing {

    private static final int THREADS = 2;

    private final WorkerExecutor threads;

    Drawing(Vertx vertx) {
        this.threads = vertx.createSharedWorkerExecutor("pictures", THREADS);
    }

    /** The bytes to keep of a picture that was sent. */
    Uni<byte[]> decoded(String base64) {
        return Uni.createFrom()
                .completionStage(() -> threads.executeBlocking(() -> PngImage.decoded(base64), false)
                        .toCompletionStage());
    }

    @PreDestroy
    void close() {
        var _ = threads.close();
    }
}
