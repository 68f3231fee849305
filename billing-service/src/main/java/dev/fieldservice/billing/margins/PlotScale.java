package dev.fieldservice.billing.margins;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How amounts become lengths, with marks at round amounts from zero to the first that is enough. */
record PlotScale(BigDecimal step, int marks, int width) {

    private static final int FEWEST_MARKS = 4;

    /** @param width of the largest amount, in pixels */
    static PlotScale of(BigDecimal largest, int width) {
        BigDecimal most = largest.max(BigDecimal.ONE);
        BigDecimal rough = most.divide(BigDecimal.valueOf(FEWEST_MARKS), 2, RoundingMode.CEILING);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        BigDecimal step = Stream.of(1, 2, 5, 10)
                .map(digit -> power.multiply(BigDecimal.valueOf(digit)))
                .filter(round -> round.compareTo(rough) >= 0)
                .findFirst()
                .orElseThrow();
        return new PlotScale(step, most.divide(step, 0, RoundingMode.CEILING).intValueExact(), width);
    }

    /** What is below zero has no length. */
    BigDecimal length(BigDecimal amount) {
        BigDecimal whole = step.multiply(BigDecimal.valueOf(marks));
        return amount.max(BigDecimal.ZERO).multiply(BigDecimal.valueOf(width)).divide(whole, 1, RoundingMode.HALF_UP);
    }

    List<BigDecimal> amounts() {
        return IntStream.rangeClosed(0, marks)
                .mapToObj(mark -> step.multiply(BigDecimal.valueOf(mark)))
                .toList();
    }
}
