package dev.fieldservice.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.systemtests.RunningStack;
import dev.fieldservice.systemtests.faults.FaultRun.Report;
import dev.fieldservice.systemtests.faults.FaultRun.Settings;
import dev.fieldservice.systemtests.faults.invariants.Invariant;
import dev.fieldservice.systemtests.faults.invariants.Verdict;
import dev.fieldservice.systemtests.faults.strikes.Schedule;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of {@code ./faults}: some faults of each family, on the stack of all tests while it is still empty. */
@Order(1)
@ExtendWith(RunningStack.class)
class FaultsTest {

    /** Any will do; a fixed one tells a defect from bad luck. */
    private static final long SEED = 42;

    private static final int CYCLES = 40;
    private static Report report;

    @BeforeAll
    static void peopleWorkWhileFaultsStrike(LocalStack stack) throws InterruptedException {
        Settings settings = new Settings(SEED, Duration.ZERO, CYCLES, 12, 12);
        report = new FaultRun(stack, settings, System.out).play(Schedule.selection(SEED));
    }

    @Test
    void everyInvariantIsKept() {
        assertThat(report.verdicts()).hasSameSizeAs(Invariant.ALL).allMatch(Verdict::isKept);
        assertThat(report.cycles()).isGreaterThanOrEqualTo(CYCLES);
    }

    /** A check that cannot fail proves nothing. */
    @ParameterizedTest
    @MethodSource("dev.fieldservice.systemtests.faults.Corruptions#all")
    void theCheckFinds(Corruption corruption) throws SQLException {
        Invariant invariant = Invariant.ALL.stream()
                .filter(one -> one.says().startsWith(corruption.invariant()))
                .findFirst()
                .orElseThrow();
        corruption.during(report.evidence().databases(), () -> {
            Verdict verdict = invariant.verdict(report.evidence());
            assertThat(verdict.isKept()).as("%s", verdict).isFalse();
            assertThat(verdict.toString()).doesNotContain("could not be checked");
        });
    }
}
