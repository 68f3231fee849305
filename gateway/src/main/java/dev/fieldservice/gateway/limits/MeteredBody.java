package dev.fieldservice.gateway.limits;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A request body that fails once it grows over the limit: a chunked one does not say beforehand how large it is. */
public final class MeteredBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private final Runnable whenComplete;
    private Handler<Throwable> failed = failure -> {};
    private long read;

    public MeteredBody(ReadStream<Buffer> body, long limit, Runnable whenComplete) {
        this.body = body;
        this.limit = limit;
        this.whenComplete = whenComplete;
    }

    public boolean tooLarge() {
        return read > limit;
    }

    public long limit() {
        return limit;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        if (tooLarge()) {
            return;
        }
        read += chunk.length();
        if (tooLarge()) {
            failed.handle(new IllegalStateException("Body of more than " + limit + " bytes"));
        } else {
            handler.handle(chunk);
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? failure -> {} : handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> {
                            handler.handle(end);
                            whenComplete.run();
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
