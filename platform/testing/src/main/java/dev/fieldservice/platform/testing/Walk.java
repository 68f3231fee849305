package dev.fieldservice.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Step;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.platform.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** What random walks of commands have in common: a clock that goes on, refusals that are told from defects, whole histories. */
public final class Walk {

    private static final int SIZE = 1000;
    private static final Duration TICK = Duration.ofMinutes(1);

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    /** On behalf of a person, a minute after whatever was before. */
    public By by(UUID id, String name, String role) {
        now = now.plus(TICK);
        return new By(new Caller(id, name, Set.of(role)), now, UUID.randomUUID().toString(), null);
    }

    public By by(Person person) {
        return by(person.id(), person.name(), person.role());
    }

    /** Because of an event. */
    public By event() {
        now = now.plus(TICK);
        return By.service("walk", now, UUID.randomUUID().toString(), null);
    }

    /** False if the command was refused; whatever else it throws is a defect. */
    public static boolean isTaken(Runnable command) {
        try {
            command.run();
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    /** The history since the last look tells without a jump how the aggregate came from one state to the other. */
    public static void assertHistoryTells(Aggregate aggregate, Enum<?> before, Enum<?> after) {
        String state = before.name();
        List<Step> moves = aggregate.takeSteps().stream()
                .filter(step -> step.from() != null)
                .toList();
        for (Step move : moves) {
            assertThat(move.from()).as("%s comes from", move.action()).isEqualTo(state);
            state = move.to();
        }
        assertThat(after.name()).as("the end of the history").isEqualTo(state);
    }

    /** Walks where jqwik's own runner cannot go, because what is walked on is a running service: one way for each seed. */
    public static <T> void atRandom(Arbitrary<T> ways, long[] seeds, Consumer<T> walk) {
        JqwikSession.run(() -> {
            RandomGenerator<T> generator = ways.generator(SIZE);
            for (long seed : Seeds.of(seeds)) {
                T way = generator.next(new Random(seed)).value();
                try {
                    walk.accept(way);
                } catch (AssertionError | RuntimeException failure) {
                    throw new AssertionError("-D%s=%d fails on %s".formatted(Seeds.ONE, seed, way), failure);
                }
            }
        });
    }
}
