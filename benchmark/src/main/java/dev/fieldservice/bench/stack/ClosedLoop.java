package dev.fieldservice.bench.stack;

import dev.fieldservice.bench.measure.Unmeasurable;
import dev.fieldservice.players.client.Call;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;

/** Callers without threads: whatever they cost is taken from the services. All that is looked at is the status. */
final class ClosedLoop {

    private static final String KEY = "Idempotency-Key";

    private final HttpClient client;
    private final long end;

    /** Touched on the event loop only. */
    private long answered;

    ClosedLoop(HttpClient client, Duration window) {
        this.client = client;
        this.end = System.nanoTime() + window.toNanos();
    }

    long run(Vertx vertx, List<Call> calls) {
        var callers = calls.stream().map(Caller::new).toList();
        vertx.runOnContext(start -> callers.forEach(Caller::next));
        try {
            Future.all(callers.stream().map(caller -> caller.over.future()).toList())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return answered;
        } catch (CompletionException e) {
            throw new Unmeasurable(String.valueOf(e.getCause().getMessage()), e.getCause());
        }
    }

    /** Sends the same again and again. */
    private final class Caller {

        private final Promise<Void> over = Promise.promise();
        private final RequestOptions options;
        private final Buffer body;

        Caller(Call call) {
            this.options = Http.options(call);
            this.body = Buffer.buffer(call.body());
        }

        void next() {
            if (System.nanoTime() >= end) {
                over.complete();
                return;
            }
            client.request(options)
                    .compose(this::send)
                    .compose(this::checked)
                    .onSuccess(done -> {
                        if (System.nanoTime() < end) {
                            answered++;
                        }
                        next();
                    })
                    .onFailure(over::fail);
        }

        private Future<HttpClientResponse> send(HttpClientRequest request) {
            if (options.getHeaders().contains(KEY)) {
                var random = ThreadLocalRandom.current();
                request.putHeader(KEY, new UUID(random.nextLong(), random.nextLong()).toString());
            }
            return Http.send(request, body);
        }

        private Future<Void> checked(HttpClientResponse response) {
            if (response.statusCode() / 100 == 2) {
                return response.end();
            }
            return response.body()
                    .compose(text -> Future.failedFuture(new Unmeasurable("%s %s was answered %d %s"
                            .formatted(options.getMethod(), options.getURI(), response.statusCode(), text))));
        }
    }
}
