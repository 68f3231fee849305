package dev.fieldservice.gateway.routing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Connections to the services: one bounded pool for each, shared by all that the gateway does. */
@Singleton
public class Upstreams {

    private final UpstreamConfig config;
    private final HttpClient client;
    private final WebClient composing;

    public Upstreams(Vertx vertx, UpstreamConfig config) {
        List<Service> homeless = Arrays.stream(Service.values())
                .filter(service -> !config.url().containsKey(service))
                .toList();
        if (!homeless.isEmpty()) {
            throw new IllegalArgumentException("gateway.upstream.url is missing for " + homeless);
        }
        this.config = config;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setIdleTimeout((int) config.idleTimeout().toSeconds())
                        .setKeepAliveTimeout((int) config.idleTimeout().toSeconds())
                        .setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.waiting()));
        this.composing = new WebClient(io.vertx.ext.web.client.WebClient.wrap(client));
    }

    HttpClient client() {
        return client;
    }

    Future<HttpClientRequest> request(Service service) {
        return client.request(target(service, "/"));
    }

    URI url(Service service) {
        return config.url().get(service);
    }

    Duration responseTimeout() {
        return config.responseTimeout();
    }

    /** Reads a whole answer; for what the gateway composes, never for what it only passes on. */
    public Uni<HttpResponse<Buffer>> get(Service service, String pathAndQuery, Duration timeout) {
        return composing(service, pathAndQuery, timeout).send();
    }

    /** The same on behalf of a caller. */
    public Uni<HttpResponse<Buffer>> get(Service service, String pathAndQuery, String authorization, Duration timeout) {
        return composing(service, pathAndQuery, timeout)
                .putHeader("Authorization", authorization)
                .send();
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
