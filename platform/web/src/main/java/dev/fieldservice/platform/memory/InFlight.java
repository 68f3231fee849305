package dev.fieldservice.platform.memory;

import dev.fieldservice.platform.connections.Delivery;
import dev.fieldservice.platform.problems.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory budget of requests in flight: of all, and of each caller, so that one who sends much at once is refused and
 * nobody else is. A request is in flight until its client has taken the answer.
 */
@Singleton
public class InFlight {

    private static final long REQUEST = 8 * 1024L;

    /** An answer is there when it cannot be refused any more, so that there is room for those whose requests were admitted. */
    private static final int ROOM_FOR_ANSWERS = 2;

    private final long most;
    private final long mostOfACaller;
    private final AtomicLong all = new AtomicLong();
    private final ConcurrentMap<String, Long> callers = new ConcurrentHashMap<>();

    @Inject
    InFlight(MemoryConfig config) {
        this(config.requests().asLongValue(), config.requestsOfACaller().asLongValue());
    }

    InFlight(long most, long mostOfACaller) {
        this.most = most;
        this.mostOfACaller = mostOfACaller;
    }

    /** What a request holds until its answer is taken or its connection gone. */
    public Held hold(RoutingContext exchange) {
        Held held = admit(Sender.of(exchange));
        Delivery.follow(exchange, held);
        return held;
    }

    Held admit(String caller) {
        Held held = new Held(caller);
        held.more(REQUEST);
        return held;
    }

    /** Of all callers together, in bytes. */
    public long all() {
        return all.get();
    }

    private void give(String caller, long bytes) {
        all.addAndGet(-bytes);
        callers.computeIfPresent(caller, (same, held) -> held <= bytes ? null : held - bytes);
    }

    /** The part of one request. */
    public final class Held implements Delivery.Follower {

        private final String caller;
        private long bytes;
        private long waiting;
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

        @Override
        public synchronized boolean waits(long answer) {
            if (isReleased || answer <= waiting) {
                return true;
            }
            long more = answer - waiting;
            waiting = answer;
            bytes += more;
            long own = callers.merge(caller, more, Long::sum);
            long total = all.addAndGet(more);
            return own <= ROOM_FOR_ANSWERS * mostOfACaller && total <= ROOM_FOR_ANSWERS * most;
        }

        @Override
        public synchronized void over() {
            if (!isReleased) {
                isReleased = true;
                give(caller, bytes);
            }
        }
    }
}
