package dev.fieldservice.systemtests.apilint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.local.StackAddress;
import dev.fieldservice.local.demo.Player;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/**
 * Asks for what is refused, once for each status with which the API refuses. Left out: broken JSON, which Prism never
 * answers, and 429, for which a loaded machine is not fast enough.
 */
final class Refusals {

    private static final String CUSTOMERS = "/v1/customers";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NAME = "{\"name\": \"Lactate Rahova SRL\"}";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI proxy;
    private final StackAddress stack;
    private final String dana;
    private final String tudor;

    Refusals(StackAddress stack, URI proxy) {
        this.stack = stack;
        this.proxy = proxy;
        this.dana = new SignIn(stack).token(Player.DANA);
        this.tudor = new SignIn(stack).token(Player.TUDOR);
    }

    void play() {
        String customer = location(expect(201, command(CUSTOMERS, NAME)));
        expect(400, command(CUSTOMERS, "{\"name\": \"\"}"));
        expect(400, by(dana, CUSTOMERS).POST(BodyPublishers.ofString(NAME)));
        expect(400, by(dana, CUSTOMERS + "?cursor=invented"));
        expect(401, HttpRequest.newBuilder(proxy.resolve(CUSTOMERS)));
        expect(401, by("not.a.token", CUSTOMERS));
        expect(403, by(tudor, CUSTOMERS));
        expect(404, by(dana, CUSTOMERS + "/" + UUID.randomUUID()));
        expect(406, by(dana, CUSTOMERS).setHeader("Accept", "text/csv"));
        String technician = "{\"userId\": \"%s\", \"name\": \"Teofil\"}".formatted(UUID.randomUUID());
        expect(201, command("/v1/technicians", technician));
        expect(409, command("/v1/technicians", technician));
        expect(412, change(customer).header("If-Match", "\"99\""));
        expect(415, command(CUSTOMERS, NAME).setHeader("Content-Type", "text/plain"));
        expect(422, command("/v1/contacts", """
                {"customerId": "%s", "name": "Nimeni"}""".formatted(UUID.randomUUID())));
        expect(428, change(customer));
    }

    private HttpRequest.Builder by(String token, String path) {
        return HttpRequest.newBuilder(proxy.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
    }

    private HttpRequest.Builder command(String path, String body) {
        return by(dana, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder change(String path) {
        return by(dana, path).PUT(BodyPublishers.ofString(NAME));
    }

    @CanIgnoreReturnValue
    private HttpResponse<String> expect(int status, HttpRequest.Builder request) {
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return response;
    }

    @CanIgnoreReturnValue
    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String location(HttpResponse<String> created) {
        return created.headers().firstValue("Location").orElseThrow();
    }
}
