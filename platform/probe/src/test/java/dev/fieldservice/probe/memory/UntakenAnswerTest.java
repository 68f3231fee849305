package dev.fieldservice.probe.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fieldservice.platform.memory.InFlight;
import dev.fieldservice.platform.testing.Http;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Tokens;
import dev.fieldservice.probe.ProbeServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Answers that are not taken, or slowly, at a service's own port. Who takes nothing for two seconds is hung up on. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class UntakenAnswerTest {

    private static final int CONNECTIONS = 6;
    private static final int ASKED = 400;
    private static final int REQUEST = 8 * 1024;
    private static final String LIST = "/v1/notes?limit=100";

    @Inject
    InFlight inFlight;

    @TestHTTPResource
    URI service;

    @Test
    void whoPipelinesAndTakesNothingHoldsOneAnswerOfEachConnectionAndIsHungUpOn() throws Exception {
        for (int i = 0; i < 100; i++) {
            Http.post(Person.DANA, "/v1/notes", Map.of("title", UUID.randomUUID() + "漢".repeat(64)))
                    .then()
                    .statusCode(201);
        }
        String dana = Tokens.of(Person.DANA);
        long answer = fetched(LIST, dana).body().length;
        List<RawRequest> connections = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                RawRequest connection = new RawRequest(service);
                connections.add(connection);
                connection.send(RawRequest.get(LIST, dana).repeat(ASKED));
            }
            assertThat(new Neighbour(service, Tokens.of(Person.ADMIN)).note().statusCode())
                    .isEqualTo(201);
            assertThat(mostHeldUntilAllAreHungUp(connections))
                    .isGreaterThan(CONNECTIONS * REQUEST + answer)
                    .isLessThan(CONNECTIONS * (REQUEST + answer + 4096));
            await().untilAsserted(() -> assertThat(inFlight.all()).isZero());
        } finally {
            for (RawRequest connection : connections) {
                connection.close();
            }
        }
    }

    @Test
    void whoReadsSlowlyButSteadilyGetsEveryAnswerWholeAndInOrder() throws Exception {
        String dana = Tokens.of(Person.DANA);
        byte[] photo = new byte[4 << 20];
        new Random(17).nextBytes(photo);
        String note = id(Http.post(Person.DANA, "/v1/notes", Map.of("title", "Leaky chiller " + UUID.randomUUID()))
                .asString());
        String attached = attached(note, photo, dana);
        String content = "/v1/notes/" + note + "/attachments/" + attached + "/content";
        String one = "/v1/notes/" + note;
        try (RawRequest connection = new RawRequest(service)) {
            connection.send(RawRequest.get(content, dana)
                    + RawRequest.get(one, dana)
                    + RawRequest.get(content, dana)
                    + RawRequest.get(one, dana));
            for (int i = 0; i < 2; i++) {
                assertThat(Arrays.equals(connection.body(Duration.ofMillis(60)), photo))
                        .isTrue();
                assertThat(new String(connection.body(Duration.ZERO))).contains(note);
            }
        }
    }

    private long mostHeldUntilAllAreHungUp(List<RawRequest> connections) throws InterruptedException {
        long most = 0;
        for (int looks = 1; looks < 6_000; looks++) {
            most = Math.max(most, inFlight.all());
            if (looks % 50 == 0 && connections.stream().allMatch(RawRequest::isHungUp)) {
                return most;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("not all are hung up on");
    }

    private HttpResponse<byte[]> fetched(String path, String token) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(service.resolve(path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }

    private String attached(String note, byte[] photo, String token) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(
                            service.resolve("/v1/notes/" + note + "/attachments?name=leak.jpg"))
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("Content-Type", "image/jpeg")
                    .POST(BodyPublishers.ofByteArray(photo))
                    .build();
            return id(client.send(request, BodyHandlers.ofString()).body());
        }
    }

    private static String id(String json) {
        return json.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }
}
