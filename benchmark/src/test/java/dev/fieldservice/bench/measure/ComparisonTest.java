package dev.fieldservice.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void theFirstPairWarmsUpAndTheWorstRateIsTheLowest() {
        var bound = rates(100, 100, 200, 100);
        var ours = rates(1, 60, 100, 70);

        var compared = Comparison.ofRates(4, bound::next, ours::next);

        assertThat(compared.medianRatio()).isEqualTo(0.6);
        assertThat(compared.worstRatio()).isEqualTo(0.5);
    }

    @Test
    void theWorstTimeIsTheLongest() {
        var compared = Comparison.ofTimes();
        compared.add(1, 100, 0);
        compared.add(10, 11, 0);
        compared.add(10, 13, 0);
        compared.add(10, 12, 0);

        assertThat(compared.medianRatio()).isEqualTo(1.2);
        assertThat(compared.worstRatio()).isEqualTo(1.3);
    }

    private static Iterator<Rate> rates(double... perSecond) {
        return java.util.Arrays.stream(perSecond)
                .mapToObj(rate -> new Rate(rate, 0))
                .toList()
                .iterator();
    }

    @Test
    void ninetyNinePerCentAreAtOrBelowThePercentile() {
        var values = Percentiles.of(java.util.stream.IntStream.rangeClosed(1, 100)
                .mapToDouble(i -> 101 - i)
                .toArray());

        assertThat(List.of(values.at(0.5), values.at(0.99))).containsExactly(50.0, 99.0);
    }
}
