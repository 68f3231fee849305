package dev.fieldservice.bench;

import java.time.Duration;

/**
 * How much time a figure may take.
 *
 * @param pairs of windows, the first of which is thrown away
 * @param warmUp how long our side is under load before; compilers need it
 * @param scale 1 for the real thing; amounts of data are divided by it
 */
public record Effort(int pairs, Duration window, Duration warmUp, int scale) {

    public static final Effort FULL = new Effort(5, Duration.ofSeconds(5), Duration.ofSeconds(20), 1);

    /** To see that it works; its figures mean little. */
    public static final Effort QUICK = new Effort(3, Duration.ofSeconds(2), Duration.ofSeconds(5), 10);

    public int scaled(int amount) {
        return amount / scale;
    }
}
