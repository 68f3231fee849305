package dev.fieldservice.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How much time a figure may take.
 *
 * @param pairs of windows, the first of which is thrown away
 * @param warmUp how long our side is under load before; the second compiler needs minutes
 * @param scale 1 for the real thing; amounts of data are divided by it
 */
public record Effort(int pairs, Duration window, Duration warmUp, int scale) {

    public static final Effort FULL = new Effort(5, Duration.ofSeconds(5), Duration.ofSeconds(90), 1);

    /** To see that it works; its figures mean little. */
    public static final Effort QUICK = new Effort(3, Duration.ofSeconds(2), Duration.ofSeconds(5), 10);

    /** As the options say; empty if there is one that is unknown. */
    public static Optional<Effort> of(List<String> options) {
        var effort = options.contains("--quick") ? QUICK : FULL;
        for (var option : options) {
            if (option.matches("--warm-up=\\d{1,4}")) {
                var seconds = Duration.ofSeconds(Long.parseLong(option.substring(option.indexOf('=') + 1)));
                effort = new Effort(effort.pairs, effort.window, seconds, effort.scale);
            } else if (!option.equals("--quick")) {
                return Optional.empty();
            }
        }
        return Optional.of(effort);
    }

    public int scaled(int amount) {
        return amount / scale;
    }
}
