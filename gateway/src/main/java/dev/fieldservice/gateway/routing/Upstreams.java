package dev.fieldservice.gateway.routing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.inject.Singleton;
import java.net.SocketException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Connections to the services: one bounded pool for each, shared by all that the gateway does. */
@Singleton
public class Upstreams {

    private final UpstreamConfig config;
    private final HttpClient client;
    private final HttpClient untraced;
    private final WebClient composing;

    /** The request that each connection serves, or served last. */
    private final Map<HttpConnection, HttpClientRequest> users = new ConcurrentHashMap<>();

    public Upstreams(Vertx vertx, UpstreamConfig config) {
        List<Service> homeless = Arrays.stream(Service.values())
                .filter(service -> !config.url().containsKey(service))
                .toList();
        if (!homeless.isEmpty()) {
            throw new IllegalArgumentException("gateway.upstream.url is missing for " + homeless);
        }
        this.config = config;
        this.client = client(vertx, TracingPolicy.PROPAGATE);
        this.untraced = client(vertx, TracingPolicy.IGNORE);
        this.composing = new WebClient(io.vertx.ext.web.client.WebClient.wrap(client));
    }

    private HttpClient client(Vertx vertx, TracingPolicy tracing) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setIdleTimeout((int) config.idleTimeout().toSeconds())
                        .setKeepAliveTimeout((int) config.idleTimeout().toSeconds())
                        .setDecompressionSupported(false)
                        .setTracingPolicy(tracing),
                new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.waiting()));
    }

    /** @param isTraced false where the address holds a secret */
    Future<HttpClientRequest> request(Service service, boolean isTraced) {
        return (isTraced ? client : untraced).request(target(service, "/")).onSuccess(this::used);
    }

    private void used(HttpClientRequest request) {
        HttpConnection connection = request.connection();
        if (users.put(connection, request) == null) {
            connection.closeHandler(closed -> users.remove(connection));
        }
    }

    /**
     * Gives the connection of a request back: kept if nothing was sent on it, else closed, as HTTP/1.1 knows no other way to
     * have the service stop. Nothing happens if the service has answered in full and another request uses the connection
     * already: a plain reset would close it under that one.
     */
    void cancel(HttpClientRequest request) {
        if (users.get(request.connection()) == request) {
            request.reset();
        }
    }

    URI url(Service service) {
        return config.url().get(service);
    }

    Duration responseTimeout() {
        return config.responseTimeout();
    }

    /** Reads a whole answer; for what the gateway composes, never for what it only passes on. */
    public Uni<HttpResponse<Buffer>> get(Service service, String pathAndQuery, Duration timeout) {
        return asked(composing(service, pathAndQuery, timeout));
    }

    /** The same on behalf of a caller. */
    public Uni<HttpResponse<Buffer>> get(Service service, String pathAndQuery, String authorization, Duration timeout) {
        return asked(composing(service, pathAndQuery, timeout).putHeader("Authorization", authorization));
    }

    /** Once more, on another connection, if the one that was taken is closed by the service. */
    private static Uni<HttpResponse<Buffer>> asked(HttpRequest<Buffer> question) {
        return question.send().onFailure(Upstreams::isHangUp).retry().atMost(1);
    }

    static boolean isHangUp(Throwable failure) {
        return failure instanceof HttpClosedException
                || failure instanceof SocketException
                || failure instanceof ClosedChannelException;
    }

    private HttpRequest<Buffer> composing(Service service, String pathAndQuery, Duration timeout) {
        return composing
                .request(io.vertx.core.http.HttpMethod.GET, target(service, pathAndQuery))
                .followRedirects(false)
                .timeout(timeout.toMillis());
    }

    private RequestOptions target(Service service, String pathAndQuery) {
        URI url = url(service);
        boolean tls = "https".equals(url.getScheme());
        int defaultPort = tls ? 443 : 80;
        return new RequestOptions()
                .setHost(url.getHost())
                .setPort(url.getPort() == -1 ? defaultPort : url.getPort())
                .setSsl(tls)
                .setURI(pathAndQuery)
                .setConnectTimeout(config.connectTimeout().toMillis());
    }
}
