package dev.fieldservice.bench.measure;

import java.util.Arrays;

/** Sorted values, to be asked how many per cent stay below what. */
public final class Percentiles {

    private final double[] sorted;

    private Percentiles(double[] sorted) {
        this.sorted = sorted;
    }

    public static Percentiles of(double... values) {
        if (values.length == 0) {
            throw new Unmeasurable("no value was measured");
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    /** @param share from 0 to 1; nearest rank */
    public double at(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
