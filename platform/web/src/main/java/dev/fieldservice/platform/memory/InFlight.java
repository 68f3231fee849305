package dev.fieldservice.platform.memory;

import dev.fieldservice.platform.problems.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory budget of requests in flight: of all, and of each caller, so that one who sends much at once is refused and
 * nobody else is.
 */
@Singleton
public class InFlight {

    private static final long REQUEST = 8 * 1024L;

    private final long most;
    private final long mostOfACaller;
    private final AtomicLong all = new AtomicLong();
    private final ConcurrentMap<String, Long> callers = new ConcurrentHashMap<>();

    InFlight(MemoryConfig config) {
        this.most = config.requests().asLongValue();
        this.mostOfACaller = config.requestsOfACaller().asLongValue();
    }

    /** What a request holds until its answer is written or its connection gone. */
    public Held hold(RoutingContext exchange) {
        Held held = new Held(Sender.of(exchange));
        held.more(REQUEST);
        exchange.addEndHandler(ended -> held.release());
        if (exchange.response().closed()) {
            held.release(); // gone while it was found out who it is; nobody would tell
        }
        return held;
    }

    private void give(String caller, long bytes) {
        all.addAndGet(-bytes);
        callers.computeIfPresent(caller, (same, held) -> held <= bytes ? null : held - bytes);
    }

    /** The part of one request. */
    public final class Held {

        private final String caller;
        private long bytes;
        private boolean isReleased;

        private Held(String caller) {
            this.caller = caller;
        }

        /** Refused if it is more than there is. */
        public synchronized void more(long wanted) {
            if (isReleased) {
                return;
            }
            long own = callers.merge(caller, wanted, Long::sum);
            long total = all.addAndGet(wanted);
            if (own > mostOfACaller || total > most) {
                give(caller, wanted);
                throw own > mostOfACaller
                        ? new Refusal.TooMuchInFlight().refused()
                        : new Refusal.Unavailable("The service has its hands full. Repeat with the same key.")
                                .refused();
            }
            bytes += wanted;
        }

        private synchronized void release() {
            if (!isReleased) {
                isReleased = true;
                give(caller, bytes);
            }
        }
    }
}
