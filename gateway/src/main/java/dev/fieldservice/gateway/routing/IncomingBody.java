package dev.fieldservice.gateway.routing;

import dev.fieldservice.gateway.limits.Uplink;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * The body of a request as it comes in: held in a buffer until it is whole, and streamed from there on if it is longer than
 * the buffer. A small body that comes slowly thereby uses no connection to a service while it comes.
 */
final class IncomingBody {

    /** What is told of the body. */
    interface Listener {

        /** There is something to send: the whole body, or the beginning of a long one, whose rest waits for {@link #sendTo}. */
        void ready();

        /** It is longer than allowed; what still comes is dropped. */
        void tooLarge();

        /** All bodies that are held at the moment fill the memory meant for them. */
        void noRoom();

        /** The last byte has been passed on to the service. */
        void passedOn();
    }

    private final HttpServerRequest request;
    private final Uplink uplink;
    private final long limit;
    private final HeldBodies room;
    private final Listener listener;
    private Buffer held = Buffer.buffer();
    private HttpClientRequest service;
    private long read;
    private boolean isWhole;
    private boolean isDropped;

    IncomingBody(RoutingContext exchange, long limit, HeldBodies room, Listener listener) {
        this.request = exchange.request();
        this.uplink = Uplink.of(exchange);
        this.limit = limit;
        this.room = room;
        this.listener = listener;
    }

    void read() {
        if (isAnnounced()) {
            request.handler(this::take).endHandler(end -> end()).exceptionHandler(failure -> drop());
            request.resume();
        } else {
            isWhole = true;
            request.resume();
            listener.ready();
        }
    }

    /** Over HTTP/2 only the end of the request tells that there is none. */
    private boolean isAnnounced() {
        String length = request.getHeader("Content-Length");
        return length == null
                ? request.version() == HttpVersion.HTTP_2 || request.headers().contains("Transfer-Encoding")
                : !length.equals("0");
    }

    boolean isEmpty() {
        return isWhole && read == 0;
    }

    long limit() {
        return limit;
    }

    /** Reads on without keeping anything, so that the connection to the client can be used further. */
    void drop() {
        isDropped = true;
        var _ = release();
        service = null;
        if (!request.isEnded()) {
            request.resume();
        }
    }

    /** Passes on what is held and what is still to come. */
    void sendTo(HttpClientRequest destination) {
        if (isWhole) {
            finish(destination);
            return;
        }
        service = destination;
        String length = request.getHeader("Content-Length");
        if (length == null) {
            destination.setChunked(true);
        } else {
            destination.putHeader("Content-Length", length);
        }
        pass(release());
    }

    private void finish(HttpClientRequest destination) {
        if (isEmpty()) {
            if (request.headers().contains("Content-Length")) {
                destination.putHeader("Content-Length", "0");
            }
            var _ = destination.end();
        } else {
            var _ = destination.end(release());
        }
        listener.passedOn();
    }

    private Buffer release() {
        Buffer released = held;
        room.release(released.length());
        held = Buffer.buffer();
        return released;
    }

    private void take(Buffer chunk) {
        if (isDropped) {
            return;
        }
        read += chunk.length();
        if (read > limit) {
            drop();
            listener.tooLarge();
        } else if (service != null) {
            pass(chunk);
        } else {
            hold(chunk);
        }
    }

    private void hold(Buffer chunk) {
        if (!room.take(chunk.length())) {
            drop();
            listener.noRoom();
            return;
        }
        held.appendBuffer(chunk);
        if (held.length() >= room.most()) {
            uplink.stream();
            pause();
            listener.ready();
        }
    }

    private void pass(Buffer chunk) {
        var _ = service.write(chunk);
        if (service.writeQueueFull()) {
            pause();
            service.drainHandler(drained -> resume());
        } else {
            resume();
        }
    }

    private void pause() {
        uplink.pause();
        request.pause();
    }

    private void resume() {
        uplink.resume();
        if (!request.isEnded()) {
            request.resume();
        }
    }

    private void end() {
        if (isDropped) {
            return;
        }
        isWhole = true;
        if (service == null) {
            listener.ready();
        } else {
            var _ = service.end();
            listener.passedOn();
        }
    }
}
