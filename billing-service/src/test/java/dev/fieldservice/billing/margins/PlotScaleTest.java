package dev.fieldservice.billing.margins;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Marks stand at round amounts, and the largest amount is within them. */
class PlotScaleTest {

    @Test
    void marksAreRoundAndReachBeyondTheLargest() {
        assertThat(amounts("627.50")).containsExactly("0", "200", "400", "600", "800");
        assertThat(amounts("1")).containsExactly("0", "0.5", "1");
        assertThat(amounts("100000000.00")).containsExactly("0", "50000000", "100000000");
        assertThat(amounts("0")).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void whatIsBelowZeroHasNoLength() {
        PlotScale scale = PlotScale.of(new BigDecimal("800"), 560);
        assertThat(scale.length(new BigDecimal("-5"))).isZero();
        assertThat(scale.length(new BigDecimal("400"))).isEqualByComparingTo("280");
    }

    private static List<String> amounts(String largest) {
        return PlotScale.of(new BigDecimal(largest), 560).amounts().stream()
                .map(amount ->
                        amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString())
                .toList();
    }
}
