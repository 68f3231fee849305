package dev.fieldservice.bench.measure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found.
 *
 * @param ratio ours to the bound, median and worst
 * @param target in words, and whether the median reaches it
 * @param cpu processor time of our processes per operation, in words; empty where there is none
 * @param notes what the ratio is made of
 * @param kept what docs/scale.md is worked out of, by the names of docs/scale-figures.properties
 */
public record Finding(
        String what,
        String ratio,
        String worst,
        String target,
        boolean reached,
        String cpu,
        List<String> notes,
        Map<String, Double> kept) {

    /** Of which nothing is kept. */
    public Finding(
            String what, String ratio, String worst, String target, boolean reached, String cpu, List<String> notes) {
        this(what, ratio, worst, target, reached, cpu, notes, Map.of());
    }

    /** There is no bound to compare it with. */
    public static Finding told(String what, List<String> notes) {
        return new Finding(what, "", "", "", true, "", notes);
    }

    /** More is better: at least this part of the bound. */
    public static Finding atLeast(double target, String what, Comparison comparison, String... notes) {
        return of(what, comparison, "≥ " + two(target), comparison.medianRatio() >= target, notes);
    }

    /** Less is better: at most this multiple of the bound. */
    public static Finding atMost(double target, String what, Comparison comparison, String... notes) {
        return of(what, comparison, "≤ " + two(target), comparison.medianRatio() <= target, notes);
    }

    /** The same, but the target is missed for another reason than the ratio. */
    public Finding missed() {
        return new Finding(what, ratio, worst, target, false, cpu, notes, kept);
    }

    private static Finding of(String what, Comparison comparison, String target, boolean reached, String... notes) {
        double cpu = comparison.medianCpuMicros();
        return new Finding(
                what,
                two(comparison.medianRatio()),
                two(comparison.worstRatio()),
                target,
                reached,
                cpu == 0 ? "" : cpu(cpu),
                List.of(notes));
    }

    /** The same, and this figure is kept. */
    public Finding keeping(String figure, double value) {
        var all = new TreeMap<>(kept);
        all.put(figure, value);
        return new Finding(what, ratio, worst, target, reached, cpu, notes, Map.copyOf(all));
    }

    private static String cpu(double micros) {
        return micros >= 10_000 ? format("%.1f ms", micros / 1_000) : format("%.2f ms", micros / 1_000);
    }

    public static String two(double value) {
        return format("%.2f", value);
    }

    public static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
