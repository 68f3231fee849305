package dev.fieldservice.probe.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Tokens;
import dev.fieldservice.probe.ProbeProcess;
import dev.fieldservice.probe.ProbeServers;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The service with the ordinary heap, and one caller who sends more than it holds. One process stands all of it: what an attack left
 * behind would be missing in the next.
 */
@Tag("long")
class MemoryUnderAttackIT {

    private static final int CONNECTIONS = 110;
    private static final int BODY = 63 * 1024;
    private static final int UNREAD = 20;
    private static final int ASKED = 400;

    private static ProbeProcess service;
    private static URI url;
    private static String dana;
    private static Neighbour neighbour;

    private final List<RawRequest> connections = new ArrayList<>();

    @BeforeAll
    static void start() {
        Map<String, String> settings = new HashMap<>(new ProbeServers().start());
        settings.put("fieldservice.memory.answer-patience", "2s");
        settings.forEach(System::setProperty);
        service = ProbeProcess.start(settings);
        url = URI.create(service.url());
        dana = Tokens.of(Person.DANA);
        neighbour = new Neighbour(url, Tokens.of(Person.ADMIN));
        assertThat(neighbour.p99()).as("warmed up").isPositive();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (RawRequest connection : connections) {
            connection.close();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    @Test
    void bodiesThatAreHeldBackAndFinishedTogetherAreBoundedAndHarmNobodyElse() throws Exception {
        Duration quiet = neighbour.p99();

        List<RawRequest> held = holdBack();
        await().untilAsserted(() -> assertThat(answered(held)).hasSizeGreaterThan(CONNECTIONS / 2));
        assertThat(answered(held)).hasSizeLessThan(CONNECTIONS);
        Neighbour.assertUnharmed(quiet, neighbour.p99());
        List<RawRequest> refused = answered(held);
        held.removeAll(refused);
        for (RawRequest one : refused) {
            assertThat(one.head()).startsWith("http/1.1 429").contains("retry-after: 2", "application/problem+json");
        }
        for (RawRequest one : held) {
            one.send("}");
        }
        Neighbour.assertUnharmed(quiet, neighbour.p99());
        for (RawRequest one : held) {
            assertThat(one.status()).isEqualTo(400);
        }
        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void whoBreaksOffMayBeginAgain() throws Exception {
        Neighbour herself = new Neighbour(url, dana);
        for (int round = 0; round < 5; round++) {
            List<RawRequest> held = holdBack();
            await().untilAsserted(() -> assertThat(answered(held)).isNotEmpty());
            for (RawRequest one : held) {
                one.close();
            }
            await().until(() -> herself.note().statusCode() == 201);
        }
        List<RawRequest> held = holdBack();
        await().untilAsserted(() -> assertThat(answered(held)).isNotEmpty());
        assertThat(answered(held)).as("nothing is left of what was broken off").hasSizeLessThan(CONNECTIONS - 30);
    }

    /** The network takes 60 answers or so of each connection; five times as many would be more than all the memory there is. */
    @Test
    void whoAsksAndReadsNothingIsBoundedAndHungUpOnAndHarmsNobodyElse() throws Exception {
        Duration quiet = neighbour.p99();
        for (int i = 0; i < UNREAD; i++) {
            connect().send(RawRequest.get("/v1/notes?limit=100", dana).repeat(ASKED));
        }
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(neighbour.write()).isPositive();
            assertThat(connections).allMatch(RawRequest::isHungUp);
        });
        Neighbour.assertUnharmed(quiet, neighbour.p99());
        assertThat(service.isAlive()).isTrue();
        assertThat(service.log()).doesNotContain("OutOfMemory", "OutOfDirectMemory");
    }

    @Test
    void aServiceIsNotAskedInFramesOfAByte() throws Exception {
        RawRequest connection = connect();

        connection.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

        assertThat(connection.head()).doesNotStartWith("\0\0");
        Neighbour.assertUnharmed(Duration.ZERO, Duration.ofNanos(neighbour.write()));
    }

    private List<RawRequest> holdBack() throws IOException {
        String body = "{\"title\":\"" + "a".repeat(BODY - 12) + "\"";
        List<RawRequest> held = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            RawRequest request = connect();
            request.send(RawRequest.post("/v1/notes", dana, body.length() + 1) + body);
            held.add(request);
        }
        return held;
    }

    private RawRequest connect() throws IOException {
        RawRequest connection = new RawRequest(url);
        connections.add(connection);
        return connection;
    }

    private static List<RawRequest> answered(List<RawRequest> requests) throws IOException {
        List<RawRequest> answered = new ArrayList<>();
        for (RawRequest one : requests) {
            if (one.isAnswered()) {
                answered.add(one);
            }
        }
        return answered;
    }
}
