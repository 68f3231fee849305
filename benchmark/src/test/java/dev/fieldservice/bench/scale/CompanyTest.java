package dev.fieldservice.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** 7200 technicians, reckoned by hand: 36 000 jobs in 10 hours are one in a second, and two in the busiest hour. */
class CompanyTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private final Company company = new Company(Example.unmeasured(), 7_200);
    private final Company known = new Company(Example.measured(), 7_200);

    @Test
    void whatIsWantedFollowsFromJobsAndHours() {
        assertThat(company.jobsADay()).isEqualTo(36_000);
        assertThat(company.jobsAYear()).isEqualTo(7_200_000);
        assertThat(company.jobsPerSecond()).isCloseTo(2, EXACT);
        assertThat(company.commandsPerSecond()).isCloseTo(40, EXACT);
        assertThat(company.readsPerSecond()).isCloseTo(72, EXACT);
    }

    @Test
    void coresAreBusyWithJobsAndReadsAndStayHalfFree() {
        assertThat(company.busy()).isCloseTo(2 * 1.0 + 72 * 0.005, EXACT); // 2.36
        assertThat(company.cores()).isEqualTo(5); // 4.72
        assertThat(company.busyDatabases()).isCloseTo(2 * (2 / 10.0 + 72 / 1000.0), EXACT); // 0.544
        assertThat(company.databaseCores()).isEqualTo(2); // 1.088
    }

    @Test
    void whoDoesTheWorkIsBetweenAllAlikeAndOneAlone() {
        assertThat(company.fewestOfTheBusiest()).isEqualTo(2); // 2.36 / 6 / 0.5 = 0.8, but two stand by
        assertThat(company.mostOfTheBusiest()).isEqualTo(5); // 2.36 / 0.5 = 4.72
        assertThat(company.mostReplicas()).isEqualTo(5 * 2 + 5);
        assertThat(company.mostConnections()).isEqualTo((4 * 2 + 5) * 20);
    }

    @Test
    void onceItIsMeasuredItIsExact() {
        assertThat(known.share("billing")).isEqualTo(0.5);
        assertThat(known.fewestOfTheBusiest()).isEqualTo(3).isEqualTo(known.mostOfTheBusiest()); // 2.36
        assertThat(known.mostReplicas()).isEqualTo(3 + 5 * 2);
        assertThat(known.mostConnections()).isEqualTo((3 + 4 * 2) * 20);
        assertThat(known.eventsOfTheBusiestRelay()).isCloseTo(40, EXACT);
    }

    @Test
    void whatIsKeptGrowsAndWhatIsForgottenDoesNot() {
        double gibibyte = 1L << 30;
        assertThat(known.keptAYear()).isCloseTo(7_200_000.0 * 5 * 16_384 / gibibyte, EXACT); // 549.3
        assertThat(known.heldForAWhile()).isCloseTo(36_000.0 * 5 * (4_096 * 30 + 1_024 * 60) / gibibyte, EXACT); // 30.9
        assertThat(known.walADay()).isCloseTo(36_000 / 1024.0, EXACT); // a MiB each
        assertThat(company.roomForAJob()).isCloseTo(100 * gibibyte / 7_200_000 / 1024, EXACT); // 14.6 KiB
    }

    @Test
    void whatNobodyHasMeasuredIsNotANumber() {
        assertThat(company.share("billing")).isNaN();
        assertThat(company.replicasOf("billing")).isNaN();
        assertThat(company.keptAYear()).isNaN();
        assertThat(company.heldForAWhile()).isNaN();
        assertThat(company.walADay()).isNaN();
        assertThat(company.eventsOfTheBusiestRelay()).isNaN();
    }
}
