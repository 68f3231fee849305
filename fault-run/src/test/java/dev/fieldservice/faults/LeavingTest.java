package dev.fieldservice.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.faults.evidence.Broker;
import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Interrupted;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.company.Customer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is asked to go (SIGTERM) finishes what it has, loses nothing, leaves its group, and is gone within 10 s. */
@ExtendWith(RunningStack.class)
@Tag("long")
class LeavingTest {

    /** Twice what is promised: the machine that tests may be busy with much else. */
    private static final Duration GONE = Duration.ofSeconds(20);

    private static final Duration AWAY = Duration.ofSeconds(1);

    @ParameterizedTest
    @EnumSource(names = {"TICKET", "GATEWAY"})
    void whoGoesUnderLoadLosesNothing(Service service, LocalStack stack) {
        Duration took;
        List<Bookkeeper.Entry> entries;
        try (Bookkeeper bookkeeper = new Bookkeeper(stack.address(), 8)) {
            bookkeeper.awaitEntries(50);
            took = stopped(stack, service);
            Interrupted.pause(AWAY);
            stack.service(service).start();
            entries = bookkeeper.end();
        }

        System.out.println(service.module() + " went under load: gone after " + took.toMillis() + " ms, "
                + entries.size() + " commands, answers: " + Bookkeeper.summary(entries));
        assertThat(took).isLessThan(GONE);
        assertThat(entries)
                .allSatisfy(
                        entry -> assertThat(entry.answers().getLast().isOk()).isTrue());
        assertThat(entries.stream()
                        .flatMap(entry -> entry.answers().stream())
                        .filter(answer -> !answer.isOk() && !isRepeatable(answer))
                        .filter(answer -> service != Service.GATEWAY || !isNobodyThere(answer)))
                .as("else than that the same may be sent again, or that nobody is there")
                .isEmpty();
        assertThat(new Databases(stack.address())
                        .list(
                                Service.TICKET,
                                "select name from customer where name like ?",
                                entries.getFirst().run() + "%"))
                .containsExactlyInAnyOrderElementsOf(
                        entries.stream().map(Bookkeeper.Entry::name).toList());
    }

    @Test
    void whoGoesHasLeftItsGroup(LocalStack stack) {
        Broker broker = new Broker(stack.address());
        List<Duration> took = Together.map(Databases.services(), service -> stopped(stack, service));
        try {
            System.out.println(Databases.services() + " went at once, gone after " + took);
            assertThat(took).allMatch(each -> each.compareTo(GONE) < 0);
            assertThat(Databases.services())
                    .allSatisfy(service -> assertThat(broker.members(service)).isZero());
        } finally {
            stack.start(Databases.services());
        }
    }

    @Test
    void whoCannotReachTheBrokerGoesAsQuickly(LocalStack stack) {
        Api api = new Api(stack.address());
        String request = Customer.registered(api).ticket();
        stack.stopKafka();
        try {
            var _ = api.create(Player.DANA, "/v1/tickets", request);
            Duration took = stopped(stack, Service.TICKET);
            System.out.println("ticket-service went without the broker: gone after " + took.toMillis() + " ms");
            assertThat(took).isLessThan(GONE);
        } finally {
            stack.startKafka();
            stack.service(Service.TICKET).start();
        }
    }

    private static Duration stopped(LocalStack stack, Service service) {
        long asked = System.nanoTime();
        stack.service(service).stop();
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    private static boolean isRepeatable(Answer answer) {
        return answer.status() == 503
                && answer.isProblem()
                && !answer.retryAfter().isEmpty();
    }

    private static boolean isNobodyThere(Answer answer) {
        return answer.status() == 0 && answer.text().contains("ConnectException");
    }
}
