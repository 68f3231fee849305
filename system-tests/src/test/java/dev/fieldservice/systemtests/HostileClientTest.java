package dev.fieldservice.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.HostileClient;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.SignIn;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one client does harms no other: it is answered as before, and about as fast ({@code ./bench P15} tells how fast). */
@Tag("long")
@ExtendWith(RunningStack.class)
class HostileClientTest {

    /** More than there are connections to a service. */
    private static final int MANY = 140;

    /** Requests a second that the gateway takes of one caller where nothing else is set, asked for in batches. */
    private static final int RATE = 100;

    private static final int BATCH = 10;

    private static final int LOOKS = 300;

    /** Below this a difference between two measurements says nothing on a machine that others use. */
    private static final Duration NOISE = Duration.ofMillis(250);

    private Api api;
    private HostileClient hostile;

    @BeforeEach
    void everybodySignsIn(LocalStack stack) {
        api = new Api(stack.address());
        var signIn = new SignIn(stack.address(), new Client());
        // Who is measured first would wait for what the services do for the first time.
        var _ = slowestOfMost(() -> true);
        hostile = new HostileClient(stack.address().gateway(), () -> signIn.token(Player.TUDOR.user()));
    }

    @AfterEach
    void theClientIsGone() {
        hostile.close();
    }

    /** As much as one caller may ask for: many at once to begin with, then as many as the gateway lets through in the long run. */
    @Test
    void whoCancelsWhatItAsksForHarmsNobody() {
        Duration quiet = slowestOfMost(() -> true);
        try (ScheduledExecutorService attacker = Executors.newSingleThreadScheduledExecutor()) {
            hostile.askAndCancel(MANY);
            ScheduledFuture<?> attack = attacker.scheduleAtFixedRate(
                    () -> hostile.askAndCancel(BATCH), 0, BATCH * 1000L / RATE, TimeUnit.MILLISECONDS);
            Duration attacked = slowestOfMost(() -> !attack.isDone());
            attack.cancel(false);
            requireHarmless("cancelled requests", quiet, attacked);
        }
    }

    @Test
    void whoSendsABodyByteByByteHarmsNobody() throws Exception {
        Duration quiet = slowestOfMost(() -> true);
        hostile.beginBodies(MANY);
        Duration attacked = slowestOfMost(() -> {
            hostile.sendOneByteMore();
            return true;
        });
        requireHarmless("bodies byte by byte", quiet, attacked);

        // And not for ever either.
        assertThat(hostile.isRidOfBodies(Duration.ofSeconds(90))).isTrue();
    }

    private static void requireHarmless(String attack, Duration quiet, Duration attacked) {
        System.out.printf(
                "%s: p99 of another caller %d ms, quiet %d ms%n", attack, attacked.toMillis(), quiet.toMillis());
        assertThat(attacked).isLessThan(quiet.multipliedBy(2).plus(NOISE));
    }

    /** The 99th percentile of what another caller waits for, who must get what it asks for each time. */
    private Duration slowestOfMost(BooleanSupplier meanwhile) {
        long[] nanos = new long[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            assertThat(meanwhile.getAsBoolean()).isTrue();
            long start = System.nanoTime();
            Answer answer = api.get(Player.DANA, HostileClient.PATH);
            nanos[i] = System.nanoTime() - start;
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[LOOKS * 99 / 100 - 1]);
    }
}
