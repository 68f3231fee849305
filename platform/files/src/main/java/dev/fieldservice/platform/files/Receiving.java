package dev.fieldservice.platform.files;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.List;

/**
 * A body on its way into a temporary file. It is asked for more only when what came before is written, so that a request
 * holds a piece or two in memory, however large its body is and however slow the disk. No thread waits for a slow client.
 */
final class Receiving {

    private static final int PIECE = 64 * 1024;

    private final ReadStream<Buffer> body;
    private final long most;
    private final Arrival arrival;
    private final FileThreads threads;
    private UniEmitter<? super Arrival> outcome;
    private Buffer waiting = Buffer.buffer();
    private long received;
    private boolean isWriting;
    private boolean isEnded;
    private boolean isDecided;

    Receiving(ReadStream<Buffer> body, long most, Arrival arrival, FileThreads threads) {
        this.body = body;
        this.most = most;
        this.arrival = arrival;
        this.threads = threads;
    }

    /** The whole body, written and closed. */
    Uni<Arrival> start() {
        return Uni.createFrom().emitter(emitter -> {
            outcome = emitter;
            body.exceptionHandler(failure -> fail(failure instanceof Refused ? failure : brokenOff()));
            body.endHandler(end -> {
                isEnded = true;
                goOn();
            });
            body.handler(this::take);
            body.resume();
        });
    }

    private void take(Buffer chunk) {
        if (isDecided) {
            return;
        }
        received += chunk.length();
        if (received > most) {
            fail(new Refusal.PayloadTooLarge(most).refused());
            return;
        }
        waiting.appendBuffer(chunk);
        if (waiting.length() >= PIECE) {
            body.pause();
            goOn();
        }
    }

    private void goOn() {
        if (isWriting || isDecided) {
            return;
        }
        if (waiting.length() == 0 && isEnded) {
            write(new byte[0]);
        } else if (waiting.length() >= PIECE || isEnded) {
            byte[] piece = waiting.getBytes();
            waiting = Buffer.buffer();
            write(piece);
        } else {
            body.resume();
        }
    }

    private void write(byte[] piece) {
        isWriting = true;
        boolean isLast = isEnded;
        var _ = threads.run(() -> {
                    arrival.write(piece);
                    if (isLast) {
                        arrival.close();
                    }
                })
                .subscribe()
                .with(
                        written -> {
                            isWriting = false;
                            if (isLast) {
                                isDecided = true;
                                outcome.complete(arrival);
                            } else {
                                goOn();
                            }
                        },
                        this::fail);
    }

    private void fail(Throwable failure) {
        if (!isDecided) {
            isDecided = true;
            waiting = Buffer.buffer();
            outcome.fail(failure);
        }
    }

    private static Throwable brokenOff() {
        return new Refusal.Invalid("malformed-request", "The body ended before it was complete.", List.of()).refused();
    }
}
