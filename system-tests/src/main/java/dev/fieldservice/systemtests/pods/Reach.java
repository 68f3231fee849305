package dev.fieldservice.systemtests.pods;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a pod from outside, as a node's agent does. */
final class Reach {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private Reach() {}

    static boolean answers(String address, Workload workload, JsonNode probe) {
        return probe.has("httpGet")
                ? isOk("http://%s:%d%s"
                        .formatted(
                                address,
                                workload.port(probe.at("/httpGet/port")),
                                probe.at("/httpGet/path").asText()))
                : isOpen(address, workload.port(probe.at("/tcpSocket/port")));
    }

    private static boolean isOk(String uri) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(uri)).timeout(PATIENCE).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PodsFailure("interrupted", e);
        }
    }

    private static boolean isOpen(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
