package dev.fieldservice.bench.measure;

import java.time.Duration;

/**
 * What one window showed.
 *
 * @param perSecond operations that succeeded
 * @param cpuMicros processor time of our processes per operation; 0 where it is not theirs to use
 */
public record Rate(double perSecond, double cpuMicros) {

    public static Rate of(long operations, Duration elapsed) {
        return new Rate(operations / seconds(elapsed), 0);
    }

    public static Rate of(long operations, Duration elapsed, Duration cpu) {
        return new Rate(operations / seconds(elapsed), operations == 0 ? 0 : cpu.toNanos() / 1e3 / operations);
    }

    private static double seconds(Duration elapsed) {
        return elapsed.toNanos() / 1e9;
    }
}
