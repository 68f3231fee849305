package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process that is asked to go (SIGTERM): what it has in hand is finished, what comes late is refused, and it is gone soon. */
@Tag("long")
class LeavingIT {

    /** Twice what is promised: the machine that tests may be busy with much else. */
    private static final Duration GONE = Duration.ofSeconds(20);

    /** Until it takes no connection any more; three times quarkus.shutdown.delay, as the machine may be busy with much else. */
    private static final Duration SERVING = Duration.ofSeconds(6);

    private final Map<String, String> settings = new HashMap<>(new ProbeServers().start());

    @BeforeEach
    void tokensAreTheIssuers() {
        settings.forEach(System::setProperty);
    }

    @Test
    void whatIsUnderWayIsFinishedAndWhatComesLateIsRefused() throws Exception {
        try (ProbeProcess probe = ProbeProcess.start(settings);
                Connection lock = connection();
                HttpClient kept = client();
                HttpClient other = client();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RestAssured.port = probe.port();
            String note =
                    post(Person.DANA, "/v1/notes", Map.of("title", "Chiller")).path("id");
            assertThat(write(kept, probe).statusCode()).isEqualTo(201);
            lock.setAutoCommit(false);
            hold(lock, "select from note where id = '" + note + "' for update");
            CompletableFuture<Integer> underWay = CompletableFuture.supplyAsync(
                    () -> post(Person.DANA, "/v1/notes/" + note + "/remarks", Map.of("text", "Order the valve"))
                            .statusCode(),
                    threads);
            awaitLock();
            CompletableFuture<Duration> gone = CompletableFuture.supplyAsync(probe::end, threads);
            Awaitility.await().atMost(SERVING).until(() -> !listens(probe.port()));

            assertRefused(write(kept, probe));
            assertThatThrownBy(() -> write(other, probe)).isInstanceOf(ConnectException.class);
            assertThat(underWay).as("waits for the lock").isNotDone();
            lock.rollback();

            assertThat(underWay.get()).isBetween(200, 201);
            assertThat(gone.get()).isLessThan(GONE);
            assertThat(members(probe.group())).as("it has left its group").isZero();
        }
        assertThat(count("select count(*) from note"))
                .as("those that were taken")
                .isEqualTo(2);
        assertThat(count("select count(*) from remark")).isOne();
    }

    /** Without a word to it: each answer would say that the connection is over. */
    private static boolean listens(int port) throws IOException {
        try (Socket connection = new Socket("localhost", port)) {
            return connection.isConnected();
        } catch (ConnectException closed) {
            return false;
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static HttpResponse<String> write(HttpClient client, ProbeProcess probe) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(probe.url() + "/v1/notes"))
                .header("Authorization", "Bearer " + Tokens.of(Person.DANA))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"title\": \"Late\"}"))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"unavailable\"").containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
    }

    private void awaitLock() {
        String waiting =
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%from note%'";
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count(waiting) > 0);
    }

    private long count(String sql) throws SQLException {
        try (Connection eyes = connection();
                Statement statement = eyes.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private int members(String group) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.get("kafka.bootstrap.servers")))) {
            return admin.describeConsumerGroups(List.of(group))
                    .all()
                    .get()
                    .get(group)
                    .members()
                    .size();
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(settings.get("quarkus.datasource.jdbc.url"), "service", "service");
    }

    private static void hold(Connection lock, String sql) throws SQLException {
        try (Statement statement = lock.createStatement()) {
            statement.execute(sql);
        }
    }
}
