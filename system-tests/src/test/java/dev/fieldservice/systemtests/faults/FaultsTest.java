package dev.fieldservice.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.systemtests.RunningStack;
import dev.fieldservice.systemtests.faults.FaultRun.Report;
import dev.fieldservice.systemtests.faults.FaultRun.Settings;
import dev.fieldservice.systemtests.faults.invariants.Verdict;
import dev.fieldservice.systemtests.faults.strikes.Schedule;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The short form of {@code ./faults}: some faults of each family, on the stack of all tests while it is still empty. */
@Order(1)
@ExtendWith(RunningStack.class)
class FaultsTest {

    /** Any will do; a fixed one tells a defect from bad luck. */
    private static final long SEED = 42;

    private static final int CYCLES = 40;

    @Test
    void everyInvariantIsKeptWhileFaultsStrike(LocalStack stack) throws InterruptedException {
        Settings settings = new Settings(SEED, Duration.ZERO, CYCLES, 12, 12);

        Report report = new FaultRun(stack, settings, System.out).play(Schedule.selection(SEED));

        assertThat(report.verdicts()).allMatch(Verdict::isKept);
        assertThat(report.cycles()).isGreaterThanOrEqualTo(CYCLES);
    }
}
