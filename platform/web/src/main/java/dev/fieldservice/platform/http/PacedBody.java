package dev.fieldservice.platform.http;

import dev.fieldservice.platform.connections.Pace;
import dev.fieldservice.platform.problems.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * A body that an operation reads itself, such as an upload, with a minimum pace: it fails when it comes too slowly. The time for
 * which it is not asked for does not count.
 */
public final class PacedBody implements ReadStream<Buffer> {

    private final RoutingContext exchange;
    private final HttpServerRequest request;
    private final Duration patience;
    private Handler<Throwable> onFailure = failure -> {};
    private boolean isPaused;
    private boolean wasPaused;
    private long read;
    private long timer;

    public PacedBody(RoutingContext exchange, Duration patience) {
        this.exchange = exchange;
        this.request = exchange.request();
        this.patience = patience;
        exchange.addEndHandler(over -> exchange.vertx().cancelTimer(timer));
        look();
    }

    private void look() {
        read = request.bytesRead();
        wasPaused = isPaused;
        timer = exchange.vertx().setTimer(patience.toMillis(), due -> judge());
    }

    private void judge() {
        boolean isSlow = request.bytesRead() - read < Pace.bytesIn(patience);
        if (request.isEnded()) {
            return;
        }
        if (isSlow && !wasPaused) {
            onFailure.handle(new Refusal.RequestTimeout(patience.toSeconds()).refused());
        } else {
            look();
        }
    }

    @Override
    public PacedBody handler(Handler<Buffer> handler) {
        request.handler(handler);
        return this;
    }

    @Override
    public PacedBody endHandler(Handler<Void> handler) {
        request.endHandler(handler);
        return this;
    }

    @Override
    public PacedBody exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public PacedBody pause() {
        isPaused = true;
        wasPaused = true;
        request.pause();
        return this;
    }

    @Override
    public PacedBody resume() {
        isPaused = false;
        request.resume();
        return this;
    }

    @Override
    public PacedBody fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
