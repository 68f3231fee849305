package dev.fieldservice.players.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends what it is given. When it is sent too much for the gateway it waits as told, and repeats. */
public final class Client implements Transport {

    private static final int TOO_MANY = 429;

    /** Longer than the gateway waits for a service, so that it is the gateway which gives up. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Override
    public Answer send(Call call) {
        var answer = once(call);
        while (answer.status() == TOO_MANY) {
            Interrupted.pause(Duration.ofSeconds(
                    Long.parseLong(answer.header("Retry-After").orElse("1"))));
            answer = once(call);
        }
        return answer;
    }

    private Answer once(Call call) {
        try {
            var response = http.send(request(call), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new NoAnswer(call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    private static HttpRequest request(Call call) {
        var body = call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body());
        var request = HttpRequest.newBuilder(call.uri()).timeout(PATIENCE).method(call.method(), body);
        call.headers().forEach(request::header);
        return request.build();
    }
}
