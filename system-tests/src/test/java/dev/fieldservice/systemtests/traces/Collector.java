package dev.fieldservice.systemtests.traces;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** Takes traces as a collector does: OTLP, protobuf over HTTP. */
final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Span> spans = new ConcurrentHashMap<>();

    /** @param parent the id of the span that it is a part of; empty if it is the first */
    record Span(String service, String name, String trace, String id, String parent) {}

    private Collector(HttpServer server) {
        this.server = server;
    }

    static Collector open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Collector collector = new Collector(server);
        server.createContext("/v1/traces", collector::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return collector;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
                body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
            }
            read(new Message(body));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** By the numbers of {@code ExportTraceServiceRequest}. */
    private void read(Message request) {
        for (Message ofResource : request.messages(1)) {
            String service = ofResource.messages(1).stream()
                    .flatMap(resource -> resource.messages(1).stream())
                    .filter(attribute -> attribute.text(1).equals("service.name"))
                    .map(attribute -> attribute.messages(2).getFirst().text(1))
                    .findFirst()
                    .orElse("");
            for (Message ofScope : ofResource.messages(2)) {
                for (Message span : ofScope.messages(2)) {
                    Span read = new Span(service, span.text(5), span.hex(1), span.hex(2), span.hex(4));
                    spans.put(read.id(), read);
                }
            }
        }
    }

    Collection<Span> spans() {
        return spans.values();
    }

    Optional<Span> parent(Span span) {
        return Optional.ofNullable(spans.get(span.parent()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
