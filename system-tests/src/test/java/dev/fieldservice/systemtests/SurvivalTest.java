package dev.fieldservice.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.client.Player;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services outlive the loss of what they need, say so meanwhile, and are well again by themselves. */
@Tag("long")
@ExtendWith(RunningStack.class)
class SurvivalTest {

    private static final Duration HEALED = Duration.ofSeconds(30);

    /** A process takes the longer to start the more else the machine does. */
    private static final Duration STARTED = Duration.ofSeconds(90);

    private static final Duration NOTICED = Duration.ofSeconds(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private LocalStack stack;
    private Api api;
    private NewTicket tickets;

    @BeforeEach
    void everythingIsWell(LocalStack running) {
        stack = running;
        api = new Api(stack.address());
        tickets = new NewTicket(api);
    }

    @AfterEach
    void everythingIsWellAgainWithoutARestart() {
        for (Service service : Service.values()) {
            await().atMost(HEALED).until(() -> answer(service, "/q/health/ready") == 200);
        }
    }

    @Test
    void aDatabaseThatIsGoneIsSaidAtOnceAndMissedOnlyAsLongAsItIsGone() {
        stack.stopPostgres();
        try {
            assertTellsThatItsDatabaseIsAway();
            assertThat(answer(Service.GATEWAY, "/q/health/ready"))
                    .as("through the gateway the others could be reached")
                    .isEqualTo(200);
        } finally {
            stack.startPostgres();
        }
        await().atMost(HEALED).until(() -> tickets.tryToOpen().isOk());
    }

    @Test
    void aDatabaseThatHangsIsSaidWithinSeconds() throws Exception {
        List<String> postgres = processesOfPostgres();
        signal("STOP", postgres);
        try {
            assertTellsThatItsDatabaseIsAway();
        } finally {
            signal("CONT", postgres);
        }
        await().atMost(HEALED).until(() -> tickets.tryToOpen().isOk());
    }

    @Test
    void commandsAreTakenWithoutTheBrokerAndToldWhenItIsBack() {
        stack.stopKafka();
        String ticket;
        try {
            await().atMost(NOTICED).until(() -> answer(Service.TICKET, "/q/health/ready") == 503);
            assertThat(answer(Service.TICKET, "/q/health/group/serving")).isEqualTo(200);
            assertThat(answer(Service.TICKET, "/q/health/live")).isEqualTo(200);
            ticket = tickets.open();
        } finally {
            stack.startKafka();
        }
        assertDispatchHearsOf(ticket);
    }

    @ParameterizedTest(name = "first {0}")
    @ValueSource(strings = {"database", "broker"})
    void bothMayGoAndComeBackInAnyOrder(String first) {
        String ticket = tickets.open();
        stack.stopKafka();
        stack.stopPostgres();
        if (first.equals("database")) {
            stack.startPostgres();
            stack.startKafka();
        } else {
            stack.startKafka();
            stack.startPostgres();
        }
        assertDispatchHearsOf(ticket);
        await().atMost(HEALED).until(() -> tickets.tryToOpen().isOk());
    }

    @Test
    void whoDoesNotYetHearFromTheOthersSaysSo() {
        try (KafkaConsumer<byte[], byte[]> silent = memberOfTheGroupOf(Service.INVENTORY)) {
            await().atMost(HEALED).until(() -> {
                var _ = silent.poll(Duration.ofMillis(100));
                return !silent.assignment().isEmpty();
            });
            stack.service(Service.INVENTORY).kill();
            Thread restart = Thread.startVirtualThread(stack.service(Service.INVENTORY)::start);
            await().atMost(STARTED)
                    .untilAsserted(() -> assertThat(answer(Service.INVENTORY, "/q/health/live"))
                            .isEqualTo(200));

            assertThat(answersFor(Duration.ofSeconds(4), Service.INVENTORY, "/q/health/ready"))
                    .containsExactly(503);
            assertThat(answer(Service.INVENTORY, "/q/health/group/serving")).isEqualTo(200);
            assertThat(restart.isAlive()).isTrue();
        }
        await().atMost(HEALED).until(() -> answer(Service.INVENTORY, "/q/health/ready") == 200);
    }

    /** Whoever joins has to wait until it polls again. */
    private KafkaConsumer<byte[], byte[]> memberOfTheGroupOf(Service service) {
        KafkaConsumer<byte[], byte[]> member = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        stack.address().kafkaBootstrapServers(),
                        "group.id",
                        service.module(),
                        "partition.assignment.strategy",
                        CooperativeStickyAssignor.class.getName(),
                        "max.poll.interval.ms",
                        (int) STARTED.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        member.subscribe(Topics.consumedBy(service.module()));
        return member;
    }

    private void assertTellsThatItsDatabaseIsAway() {
        long asked = System.nanoTime();
        Answer reply = tickets.tryToOpen();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(NOTICED);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text("/code")).isEqualTo("unavailable");
        assertThat(reply.retryAfter()).isEqualTo("2");
        assertThat(answer(Service.TICKET, "/q/health/ready")).isEqualTo(503);
        assertThat(answer(Service.TICKET, "/q/health/group/serving")).isEqualTo(503);
        assertThat(answer(Service.TICKET, "/q/health/live"))
                .as("a restart would not help")
                .isEqualTo(200);
    }

    private void assertDispatchHearsOf(String ticket) {
        await().atMost(HEALED)
                .until(() -> api.get(Player.DANA, "/v1/service-orders?ticketId=" + ticket)
                                .body()
                                .at("/items")
                                .size()
                        == 1);
    }

    /** Which there were in that time. */
    private Set<Integer> answersFor(Duration time, Service service, String path) {
        Set<Integer> answers = new TreeSet<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            answers.add(answer(service, path));
            Interrupted.pause(Duration.ofMillis(100));
        }
        return answers;
    }

    private int answer(Service service, String path) {
        URI address = stack.address().service(service).resolve(path);
        try {
            return HTTP.send(HttpRequest.newBuilder(address).timeout(NOTICED).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(address + " does not answer in time", e);
        }
    }

    /** The server and all of its children, so that it neither answers nor takes anybody new. */
    private List<String> processesOfPostgres() throws SQLException {
        try (var connection = stack.postgres().superuser();
                var rows = connection.createStatement().executeQuery("select pg_backend_pid()")) {
            rows.next();
            ProcessHandle server =
                    ProcessHandle.of(rows.getLong(1)).orElseThrow().parent().orElseThrow();
            return Stream.concat(Stream.of(server), server.children())
                    .map(process -> String.valueOf(process.pid()))
                    .toList();
        }
    }

    private static void signal(String signal, List<String> processes) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("kill", "-" + signal), processes.stream())
                .toList();
        // Some of the children may have ended meanwhile, which kill reports
        var _ = new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
