package dev.fieldservice.platform.http;

import dev.fieldservice.platform.memory.InFlight;
import dev.fieldservice.platform.memory.ListsInFlight;
import dev.fieldservice.platform.memory.MemoryConfig;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.function.Function;

/**
 * The body of an upload that is small enough to be kept in memory, such as a list. The operation says by {@code @BodyTypes} which
 * media types it takes, and by {@code @BodyLimit} how large a body; it has no parameter for the body. What has come counts as in
 * flight.
 */
@RequestScoped
public class SmallUpload {

    private final RoutingContext http;
    private final InFlight inFlight;
    private final ListsInFlight lists;
    private final MemoryConfig memory;

    public SmallUpload(RoutingContext http, InFlight inFlight, ListsInFlight lists, MemoryConfig memory) {
        this.http = http;
        this.inFlight = inFlight;
        this.lists = lists;
        this.memory = memory;
    }

    /** Refused if it is empty, too large, too slow or broken off. */
    public Uni<byte[]> receive() {
        return receive(inFlight::hold);
    }

    /** The same for what may be longer than all that a caller may have in flight: it counts among the lists that are taken. */
    public Uni<byte[]> receiveList() {
        return receive(lists::hold);
    }

    private Uni<byte[]> receive(Function<RoutingContext, InFlight.Held> budget) {
        Long limit = http.get(Bodies.LIMIT);
        if (limit == null) {
            return Uni.createFrom().failure(malformed("Send the content of the file as the body."));
        }
        HttpServerRequest request = http.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        InFlight.Held held = budget.apply(http);
        PacedBody body = new PacedBody(http, memory.bodyPatience());
        return Uni.createFrom().<byte[]>emitter(emitter -> new Collecting(limit, held, emitter).start(body));
    }

    /** A body on its way. What comes after a refusal is passed over. */
    private static final class Collecting {

        private final long limit;
        private final InFlight.Held held;
        private final UniEmitter<? super byte[]> outcome;
        private final Buffer read = Buffer.buffer();
        private boolean isRefused;

        Collecting(long limit, InFlight.Held held, UniEmitter<? super byte[]> outcome) {
            this.limit = limit;
            this.held = held;
            this.outcome = outcome;
        }

        void start(ReadStream<Buffer> body) {
            body.exceptionHandler(failure ->
                    fail(failure instanceof Refused ? failure : malformed("The body ended before it was complete.")));
            body.endHandler(end -> end());
            body.handler(this::take);
            body.resume();
        }

        private void take(Buffer chunk) {
            if (isRefused) {
                return;
            }
            try {
                if (read.length() + chunk.length() > limit) {
                    throw new Refusal.PayloadTooLarge(limit).refused();
                }
                held.more(chunk.length());
                read.appendBuffer(chunk);
            } catch (Refused refused) {
                fail(refused);
            }
        }

        private void end() {
            if (read.length() == 0) {
                fail(malformed("Send the content of the file as the body."));
            } else {
                outcome.complete(read.getBytes());
            }
        }

        private void fail(Throwable failure) {
            isRefused = true;
            outcome.fail(failure);
        }
    }

    private static Refused malformed(String detail) {
        return new Refusal.Invalid("invalid-request", detail, List.of()).refused();
    }
}
