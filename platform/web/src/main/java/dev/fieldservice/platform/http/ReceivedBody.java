package dev.fieldservice.platform.http;

import dev.fieldservice.platform.memory.InFlight;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.platform.text.Utf8;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * A body that is kept in memory: read as it comes, no further than the limit, in one piece however small the crumbs are. No
 * thread waits for it; Quarkus would have one wait for each that is larger than 10 KB. It has a time-out, as it counts in memory.
 */
final class ReceivedBody {

    /** Long enough for a client that still sends to read the answer. */
    private static final long LINGER_MILLIS = 2_000;

    /** Many a client sends an empty object where it has nothing to say. */
    private static final Pattern NOTHING_SAID = Pattern.compile("\\s*+(\\{\\s*+})?\\s*+");

    private final RoutingContext exchange;
    private final HttpServerRequest request;
    private final Announced announced;
    private final long limit;
    private final InFlight.Held held;
    private final Buffer read;
    private final boolean isTaken;
    private boolean isDone;

    /** @param isTaken false if the operation takes no body; then nothing may stand in it */
    ReceivedBody(RoutingContext exchange, Announced announced, long limit, InFlight.Held held, boolean isTaken) {
        this.exchange = exchange;
        this.request = exchange.request();
        this.announced = announced;
        this.limit = limit;
        this.held = held;
        this.isTaken = isTaken;
        this.read = announced.isKnown() ? Buffer.buffer((int) announced.bytes()) : Buffer.buffer();
    }

    /** The request goes on when the body is there. */
    void collect(ResteasyReactiveContainerRequestContext context, Duration patience) {
        if (announced.isKnown()) {
            held.more(announced.bytes());
        }
        context.suspend();
        Refused late = new Refusal.RequestTimeout(patience.toSeconds()).refused();
        long timer = exchange.vertx().setTimer(patience.toMillis(), due -> done(() -> breakOff(context, late)));
        exchange.addEndHandler(over -> exchange.vertx().cancelTimer(timer));
        request.exceptionHandler(failure -> done(() -> context.resume(isGone(failure) ? late : failure)));
        request.endHandler(end -> done(() -> hand(context)));
        request.handler(chunk -> add(chunk, context));
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    /** A client that leaves is nothing to be logged, and nobody reads what it is answered. */
    private boolean isGone(Throwable failure) {
        return request.response().closed() || failure instanceof IOException;
    }

    private void breakOff(ResteasyReactiveContainerRequestContext context, Refused late) {
        exchange.addEndHandler(answered -> exchange.vertx().setTimer(LINGER_MILLIS, over -> leave()));
        context.resume(late);
    }

    private void leave() {
        if (!request.isEnded()) {
            var _ = request.connection().close();
        }
    }

    private void add(Buffer chunk, ResteasyReactiveContainerRequestContext context) {
        if (isDone) {
            return;
        }
        try {
            if (read.length() + chunk.length() > limit) {
                throw new Refusal.PayloadTooLarge(limit).refused();
            }
            if (!announced.isKnown()) {
                held.more(chunk.length());
            }
            read.appendBuffer(chunk);
        } catch (Refused refused) {
            done(() -> context.resume(refused));
        }
    }

    private void hand(ResteasyReactiveContainerRequestContext context) {
        byte[] body = read.getBytes();
        if (!Utf8.isWellFormed(body)) {
            context.resume(malformed("The body is not well-formed UTF-8."));
        } else if (!isTaken && !NOTHING_SAID.matcher(read.toString()).matches()) {
            context.resume(malformed("This operation takes no body."));
        } else {
            context.setEntityStream(new ByteArrayInputStream(body));
            context.resume();
        }
    }

    private static Refused malformed(String detail) {
        return new Refusal.Invalid("malformed-request", detail, List.of()).refused();
    }

    private void done(Runnable next) {
        if (!isDone) {
            isDone = true;
            next.run();
        }
    }
}
