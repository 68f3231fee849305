package dev.fieldservice.workorder.signatures;

import dev.fieldservice.platform.problems.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The threads on which pictures are decoded: two, as a small picture of many pixels takes long, and whoever sends many of them
 * must not have all processors and worker threads. Each caller has one in work, and few wait: an order is locked meanwhile.
 */
@ApplicationScoped
class Drawing {

    private static final int THREADS = 2;
    private static final int MOST = 8;

    private final WorkerExecutor threads;

    /** Those who have one in work, or waiting for its turn. */
    private final Set<UUID> callers = ConcurrentHashMap.newKeySet();

    Drawing(Vertx vertx) {
        this.threads = vertx.createSharedWorkerExecutor("pictures", THREADS);
    }

    /** The bytes to keep of a picture that was sent. Refused with 429 if the caller has one in work, with 503 if many have. */
    Uni<byte[]> decoded(UUID caller, String base64) {
        return Uni.createFrom().deferred(() -> {
            enter(caller);
            return Uni.createFrom()
                    .completionStage(threads.executeBlocking(() -> PngImage.decoded(base64), false)
                            .onComplete(over -> callers.remove(caller))
                            .toCompletionStage());
        });
    }

    private void enter(UUID caller) {
        if (!callers.add(caller)) {
            throw new Refusal.TooMuchInFlight().refused();
        }
        if (callers.size() > MOST) {
            callers.remove(caller);
            throw new Refusal.Unavailable("Others sign at this moment. Repeat with the same key.").refused();
        }
    }

    @PreDestroy
    void close() {
        var _ = threads.close();
    }
}
