package dev.fieldservice.gateway.standins;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service behind the gateway: answers as a test scripts it and remembers what reached it. */
public final class StandInService implements AutoCloseable {

    /** What reached the service. */
    public record Received(String method, String uri, Headers headers) {}

    private final HttpServer server;
    private final Map<String, HttpHandler> script = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    StandInService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers all requests to exactly this path; the query does not matter. */
    public void on(String path, HttpHandler handler) {
        script.put(path, handler);
    }

    public void onJson(String path, int status, String json) {
        on(path, exchange -> answer(exchange, status, "application/json", json));
    }

    /** Forgets what it was told to answer. */
    public void forget() {
        script.clear();
    }

    public List<Received> received() {
        return received;
    }

    public Received last() {
        return received.getLast();
    }

    public static void answer(HttpExchange exchange, int status, String mediaType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders()));
        HttpHandler handler = script.get(exchange.getRequestURI().getPath());
        if (handler == null) {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 200, "application/json", "{\"reached\":\"the service\"}");
        } else {
            handler.handle(exchange);
        }
    }
}
