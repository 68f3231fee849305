package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.memory.InFlight;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.StatementCount;
import dev.fieldservice.platform.testing.Tokens;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one caller may have of the database: a share of its connections, and no statement for long. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class SharesTest {

    private static final int SHARE = 5;
    private static final int WAITING = 64;

    /** What each holds of the memory for requests, at least. */
    private static final int REQUEST = 8 * 1024;

    @Inject
    UnitOfWork unit;

    @Inject
    InFlight inFlight;

    private String note;

    @BeforeEach
    void aNote() {
        note = post(Person.DANA, "/v1/notes", Map.of("title", "Chiller " + Ids.next()))
                .path("id");
    }

    @Test
    void whileOneCallersRequestsWaitForEachOtherAllOthersAreServed() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
                Connection somebody = connect()) {
            lock(somebody);
            List<CompletableFuture<Response>> remarks = atOnce(callers, 20, this::remark);
            eventually(() -> assertThat(waiting()).isGreaterThanOrEqualTo(SHARE));

            assertThat(CompletableFuture.supplyAsync(() -> get(Person.ADMIN, "/v1/notes/" + note), callers))
                    .succeedsWithin(Duration.ofSeconds(2))
                    .satisfies(read -> assertThat(read.statusCode()).isEqualTo(200));
            assertThat(waiting()).isEqualTo(SHARE);

            somebody.rollback();
            assertThat(statuses(remarks)).containsOnly(200);
        }
    }

    @Test
    void whoHasTooManyRequestsWaitingIsToldToWait() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
                Connection somebody = connect()) {
            lock(somebody);
            List<CompletableFuture<Response>> remarks = atOnce(callers, SHARE, this::remark);
            eventually(() -> assertThat(waiting()).isEqualTo(SHARE));
            List<CompletableFuture<Response>> reads =
                    atOnce(callers, WAITING + 5, () -> get(Person.DANA, "/v1/notes/" + note));

            eventually(() ->
                    assertThat(reads).filteredOn(CompletableFuture::isDone).hasSize(5));
            reads.stream()
                    .filter(CompletableFuture::isDone)
                    .map(CompletableFuture::join)
                    .forEach(refused -> {
                        assertThat(refused.statusCode()).isEqualTo(429);
                        assertThat(refused.<String>path("code")).isEqualTo("too-much-in-flight");
                        assertThat(refused.header("Retry-After")).isEqualTo("2");
                    });

            somebody.rollback();
            assertThat(statuses(remarks)).containsOnly(200);
            assertThat(statuses(reads)).contains(200).containsOnly(200, 429);
        }
        assertThat(get(Person.DANA, "/v1/notes/" + note).statusCode()).isEqualTo(200);
    }

    @Test
    void whoHasLeftWhileWaitingIsNotReadFor() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
                Connection somebody = connect()) {
            lock(somebody);
            List<CompletableFuture<Response>> remarks = atOnce(callers, SHARE, this::remark);
            eventually(() -> assertThat(waiting()).isEqualTo(SHARE));
            long served = inFlight.all();
            try (HttpClient impatient = HttpClient.newHttpClient()) {
                for (int i = 0; i < 10; i++) {
                    var _ = impatient.sendAsync(read(), BodyHandlers.discarding());
                }
                eventually(() -> assertThat(inFlight.all()).isGreaterThanOrEqualTo(served + 10 * REQUEST));
                impatient.shutdownNow();
            }
            eventually(() -> assertThat(inFlight.all()).isEqualTo(served));

            List<String> statements = StatementCount.during(() -> {
                CompletableFuture<Response> last =
                        CompletableFuture.supplyAsync(() -> get(Person.DANA, "/v1/notes/" + note), callers);
                eventually(() -> assertThat(inFlight.all()).isGreaterThan(served));
                release(somebody);
                assertThat(last.join().statusCode()).isEqualTo(200);
            });

            assertThat(statuses(remarks)).containsOnly(200);
            assertThat(statements).filteredOn(SharesTest::readsANote).hasSize(1);
        }
    }

    private static boolean readsANote(String sql) {
        return sql.startsWith("select") && sql.contains("from note ") && !sql.contains(" for ");
    }

    private HttpRequest read() {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/notes/" + note))
                .header("Authorization", "Bearer " + Tokens.of(Person.DANA))
                .build();
    }

    private static void release(Connection somebody) {
        try {
            somebody.rollback();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    @Timeout(15)
    void whatTakesTheDatabaseLongIsBrokenOffAndSaid() throws Throwable {
        String code = VertxContextSupport.subscribeAndAwait(() -> unit.read(
                        session -> session.createNativeQuery("select 1 from pg_sleep(20)", Integer.class)
                                .getSingleResult())
                .map(found -> "found")
                .onFailure(Refused.class)
                .recoverWithItem(refused -> refused.refusal().code()));

        assertThat(code).isEqualTo("unavailable");
    }

    private Response remark() {
        return post(Person.DANA, "/v1/notes/" + note + "/remarks", Map.of("text", "It leaks"));
    }

    private void lock(Connection somebody) throws SQLException {
        somebody.setAutoCommit(false);
        try (Statement statement = somebody.createStatement()) {
            assertThat(statement.execute("select 1 from note where id = '" + note + "' for update"))
                    .isTrue();
        }
    }

    /** Beside the service's own few, of which it needs one to ask whether the database answers. */
    private static Connection connect() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    /** Connections that wait for a row. */
    private static int waiting() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
            return rows.next() ? rows.getInt(1) : 0;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<CompletableFuture<Response>> atOnce(
            ExecutorService callers, int times, Supplier<Response> request) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(request, callers))
                .limit(times)
                .toList();
    }

    private static List<Integer> statuses(List<CompletableFuture<Response>> answers) {
        return answers.stream()
                .map(CompletableFuture::join)
                .map(Response::statusCode)
                .toList();
    }
}
