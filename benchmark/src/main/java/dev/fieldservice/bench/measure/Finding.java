package dev.fieldservice.bench.measure;

import java.util.List;
import java.util.Locale;

/**
 * What was found.
 *
 * @param ratio ours to the bound, median and worst
 * @param target in words, and whether the median reaches it
 * @param cpu processor time of our processes per operation, in words; empty where there is none
 * @param notes what the ratio is made of
 */
public record Finding(
        String what, String ratio, String worst, String target, boolean reached, String cpu, List<String> notes) {

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
        return new Finding(what, ratio, worst, target, false, cpu, notes);
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
