package dev.fieldservice.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Bound and ours in turn (A B A B …), so that what else happens on the machine meets both; the first pair warms up and
 * is thrown away.
 */
public final class Comparison {

    private final boolean moreIsBetter;
    private final List<Double> bounds = new ArrayList<>();
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();
    private boolean isWarm;

    private Comparison(boolean moreIsBetter) {
        this.moreIsBetter = moreIsBetter;
    }

    /** Of operations per second. */
    public static Comparison ofRates(int pairs, Supplier<Rate> bound, Supplier<Rate> own) {
        var comparison = new Comparison(true);
        for (int pair = 0; pair < pairs; pair++) {
            var limit = bound.get();
            var reached = own.get();
            comparison.add(limit.perSecond(), reached.perSecond(), reached.cpuMicros());
        }
        return comparison;
    }

    /** Of durations, in whatever unit both have. */
    public static Comparison ofTimes(int pairs, DoubleSupplier bound, DoubleSupplier own) {
        var comparison = ofTimes();
        for (int pair = 0; pair < pairs; pair++) {
            comparison.add(bound.getAsDouble(), own.getAsDouble(), 0);
        }
        return comparison;
    }

    /** Of durations, pair by pair. */
    public static Comparison ofTimes() {
        return new Comparison(false);
    }

    /** @param cpuMicros of ours per operation, or 0 */
    public void add(double bound, double own, double cpuMicros) {
        if (isWarm) {
            bounds.add(bound);
            ours.add(own);
            cpu.add(cpuMicros);
        }
        isWarm = true;
    }

    public double medianRatio() {
        return median(ratios().boxed().toList());
    }

    /** The one furthest on the bad side. */
    public double worstRatio() {
        return (moreIsBetter ? ratios().min() : ratios().max()).orElseThrow();
    }

    public double medianBound() {
        return median(bounds);
    }

    public double medianOurs() {
        return median(ours);
    }

    public double medianCpuMicros() {
        return median(cpu);
    }

    private DoubleStream ratios() {
        return IntStream.range(0, bounds.size()).mapToDouble(i -> ours.get(i) / bounds.get(i));
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
