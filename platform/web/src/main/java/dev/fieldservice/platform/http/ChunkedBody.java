package dev.fieldservice.platform.http;

import dev.fieldservice.platform.problems.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** A chunked body, which does not say beforehand how large it is: read as it comes, and no further than the limit. */
final class ChunkedBody {

    private final HttpServerRequest request;
    private final long limit;
    private final Buffer read = Buffer.buffer();
    private boolean isDone;

    ChunkedBody(HttpServerRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    /** The request goes on when the body is there. */
    void collect(ResteasyReactiveContainerRequestContext context) {
        context.suspend();
        request.exceptionHandler(failure -> done(() -> context.resume(failure)));
        request.endHandler(end -> done(() -> {
            context.setEntityStream(new ByteArrayInputStream(read.getBytes()));
            context.resume();
        }));
        request.handler(chunk -> add(chunk, context));
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void add(Buffer chunk, ResteasyReactiveContainerRequestContext context) {
        if (isDone) {
            return;
        }
        if (read.length() + chunk.length() > limit) {
            done(() -> context.resume(new Refusal.PayloadTooLarge(limit).refused()));
        } else {
            read.appendBuffer(chunk);
        }
    }

    private void done(Runnable next) {
        if (!isDone) {
            isDone = true;
            next.run();
        }
    }
}
