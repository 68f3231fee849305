package dev.fieldservice.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;

/** A service's answer on its way to the client, streamed. */
final class Answering {

    private final RoutingContext exchange;
    private final HttpServerResponse client;
    private final URI service;

    Answering(RoutingContext exchange, URI service) {
        this.exchange = exchange;
        this.client = exchange.response();
        this.service = service;
    }

    /**
     * @param whole told when the service has said its last byte, before the client is told
     * @param broken told when the answer cannot be brought to its end
     */
    void answer(HttpClientResponse response, Runnable whole, Runnable broken) {
        MultiMap headers = client.headers();
        client.setStatusCode(response.statusCode());
        ResponseHeaders.copy(response.headers(), headers, service);
        response.exceptionHandler(failure -> breakOff(broken));
        if (neverHasABody(response.statusCode())) {
            // Passed on as a body it would be announced as chunked, which these statuses forbid.
            headers.remove("Content-Length");
            response.endHandler(end -> end(whole));
        } else if (!headers.contains("Content-Length") && exchange.request().version() == HttpVersion.HTTP_1_0) {
            // Chunks mean nothing to such a client: its answer ends with the connection, also if it asked to keep that.
            exchange.addHeadersEndHandler(begun -> headers.set("Connection", "close"));
            response.handler(chunk -> pass(chunk, response)).endHandler(end -> {
                end(whole);
                exchange.request().connection().close();
            });
        } else {
            client.setChunked(!headers.contains("Content-Length"));
            response.handler(chunk -> pass(chunk, response)).endHandler(end -> end(whole));
        }
    }

    private void pass(Buffer chunk, HttpClientResponse response) {
        var _ = client.write(chunk);
        if (client.writeQueueFull()) {
            response.pause();
            client.drainHandler(drained -> response.resume());
        }
    }

    private void end(Runnable whole) {
        whole.run();
        var _ = client.end();
    }

    /**
     * So that everyone learns of it. Vert.x 4.5 calls no handler of a response that is reset over HTTP/1: the request would be
     * missing from the access log and be counted as running for ever, which makes every later shutdown wait in vain.
     */
    private void breakOff(Runnable broken) {
        broken.run();
        if (exchange.request().version() == HttpVersion.HTTP_2) {
            client.reset();
        } else {
            exchange.request().connection().close();
        }
    }

    private static boolean neverHasABody(int status) {
        return status == 204 || status == 304;
    }
}
