package dev.fieldservice.bench.stack;

import dev.fieldservice.bench.measure.Unmeasurable;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Transport;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A client that costs little, on one event loop: the services share the processor with it. */
public final class Http implements Transport, AutoCloseable {

    private static final long TIMEOUT_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;

    /** @param connections at most this many at once to each address */
    public Http(int connections) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setTcpNoDelay(true), new PoolOptions().setHttp1MaxSize(connections));
    }

    /** Blocks the (virtual) thread. */
    @Override
    public Answer send(Call call) {
        var answer = client.request(options(call))
                .compose(request -> send(request, Buffer.buffer(call.body())))
                .compose(response -> response.body().map(body -> answer(response, body)));
        try {
            return answer.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new NoAnswer(call, e.getCause());
        }
    }

    /**
     * A fixed number of callers, each of whom sends the same again as soon as it was answered 2xx; a command under a key
     * of its own each time.
     *
     * @return how many were answered within the window
     * @throws Unmeasurable at any other answer
     */
    public long again(Call call, int callers, Duration window) {
        return again(Collections.nCopies(callers, call), window);
    }

    /** The same for callers who each send something of their own. */
    public long again(List<Call> calls, Duration window) {
        return new ClosedLoop(client, window).run(vertx, calls);
    }

    static Future<HttpClientResponse> send(HttpClientRequest request, Buffer body) {
        return body.length() == 0 ? request.send() : request.send(body);
    }

    static RequestOptions options(Call call) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setAbsoluteURI(call.uri().toString())
                .setTimeout(TIMEOUT_MILLIS);
        call.headers().forEach(options::putHeader);
        return options;
    }

    private static Answer answer(HttpClientResponse response, Buffer body) {
        var headers =
                response.headers().names().stream().collect(Collectors.toMap(name -> name, response.headers()::getAll));
        return new Answer(response.statusCode(), HttpHeaders.of(headers, (name, value) -> true), body.toString());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
