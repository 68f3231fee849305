package dev.fieldservice.systemtests.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends what it is given. When it is sent too much for the gateway it waits as told, and repeats. */
public final class Client {

    private static final int TOO_MANY = 429;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Answer send(Call call) {
        try {
            HttpResponse<String> response = http.send(call.request(), BodyHandlers.ofString());
            while (response.statusCode() == TOO_MANY) {
                var seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
                Thread.sleep(Duration.ofSeconds(seconds));
                response = http.send(call.request(), BodyHandlers.ofString());
            }
            return Answer.of(response);
        } catch (IOException e) {
            throw new UncheckedIOException(call + " was not answered: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
