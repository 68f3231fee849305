package dev.fieldservice.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** With the figures of the example a technician wants 1/3600 jobs a second, and 1/3600 + 0.01 × 0.005 cores. */
class LimitTest {

    private static final double BUSY = 1 / 3600.0 + 0.01 * 0.005;

    @Test
    void eachLimitIsReachedWhereItsPlacesAreTaken() {
        var limits = byName(Example.unmeasured());

        assertThat(limits.get("reports are printed as fast as jobs are closed").from())
                .isCloseTo(2 / 0.5 * 3600, within(1e-6)); // 4 reports a second
        assertThat(limits.get("drafts are examined as fast as they are issued").from())
                .isCloseTo(4 / 0.25 * 3600, within(1e-6)); // 16 a second
        assertThat(limits.get("a row that every job locks, such as one shelf for all")
                        .from())
                .isCloseTo(100 * 3600, within(1e-6));
        assertThat(limits.get("one server with the measured cores has all databases")
                        .from())
                .isCloseTo(2 * 0.5 / (2 * (1 / 3600.0 / 10 + 0.01 / 1000)), within(1e-6));
    }

    @Test
    void replicasRunOutBetweenOneThatDoesAllAndSixThatDoTheSame() {
        var partitions = byName(Example.unmeasured()).get("each replica of a service has a partition");
        assertThat(partitions.from()).isCloseTo(6 * 0.5 / BUSY, within(1e-6));
        assertThat(partitions.to()).isCloseTo(6 * 0.5 / BUSY * 6, within(1e-6));

        var connections = byName(Example.unmeasured()).get("replicas have their connections");
        assertThat(connections.from()).isCloseTo((25 - 8) * 0.5 / BUSY, within(1e-6));
        assertThat(connections.to()).isCloseTo(25 / 5.0 * 6 * 0.5 / BUSY, within(1e-6));

        var known = byName(Example.measured()).get("each replica of a service has a partition");
        assertThat(known.from()).isEqualTo(known.to()).isCloseTo(6 * 0.5 / (BUSY * 0.5), within(1e-6));
    }

    @Test
    void theLowestComesFirstAndWhatNobodyHasMeasuredLast() {
        var technicians =
                Limit.all(Example.unmeasured()).stream().map(Limit::from).toList();
        int known = (int) technicians.stream().filter(number -> !number.isNaN()).count();

        assertThat(technicians.subList(0, known)).isSorted();
        assertThat(technicians.subList(known, technicians.size())).hasSize(4).containsOnly(Double.NaN);
        assertThat(Limit.all(Example.measured()).stream().filter(limit -> Double.isNaN(limit.from())))
                .extracting(Limit::holds)
                .isEqualTo(List.of(
                        "invoices are numbered one after the other",
                        "invoices have PDF and XML as fast as they are issued"));
    }

    private static Map<String, Limit> byName(Figures figures) {
        return Limit.all(figures).stream().collect(Collectors.toMap(Limit::holds, Function.identity()));
    }
}
