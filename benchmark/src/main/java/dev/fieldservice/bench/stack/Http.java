package dev.fieldservice.bench.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.bench.measure.Unmeasurable;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Calls that block their (virtual) thread, on a client that costs little: the services share the processor with it. */
public final class Http implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TIMEOUT_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;

    /** @param connections at most this many at once to each address */
    public Http(int connections) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setTcpNoDelay(true), new PoolOptions().setHttp1MaxSize(connections));
    }

    /** An answer, whatever its status. */
    public record Reply(int status, Buffer body, String etag) {

        public boolean isOk() {
            return status / 100 == 2;
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body.getBytes());
            } catch (JsonProcessingException e) {
                throw new Unmeasurable("not JSON: " + body, e);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        public String text(String pointer) {
            return json().at(pointer).asText();
        }

        /** The answer itself, if it is 2xx. */
        public Reply required(String what) {
            if (!isOk()) {
                throw new Unmeasurable("%s was answered %d %s".formatted(what, status, body));
            }
            return this;
        }
    }

    public Reply send(HttpMethod method, URI address, Map<String, String> headers, String body) {
        var options = new RequestOptions()
                .setMethod(method)
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI(
                        address.getRawQuery() == null
                                ? address.getRawPath()
                                : address.getRawPath() + "?" + address.getRawQuery())
                .setTimeout(TIMEOUT_MILLIS);
        headers.forEach(options::putHeader);
        var answer = client.request(options)
                .compose(request -> body.isEmpty() ? request.send() : request.send(body))
                .compose(response -> response.body()
                        .map(content -> new Reply(
                                response.statusCode(),
                                content,
                                java.util.Objects.requireNonNullElse(response.getHeader("ETag"), ""))));
        try {
            return answer.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new Unmeasurable(method + " " + address + " got no answer: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
