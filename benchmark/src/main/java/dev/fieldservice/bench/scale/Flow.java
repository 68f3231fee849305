package dev.fieldservice.bench.scale;

import java.util.Arrays;

/**
 * What comes to a station, all alike.
 *
 * @param arrivals in seconds, ascending
 * @param service seconds that each takes there
 */
record Flow(double[] arrivals, double service) {

    static Flow of(double[] arrivals, double service) {
        var sorted = arrivals.clone();
        Arrays.sort(sorted);
        return new Flow(sorted, service);
    }

    /** Goes on to another station, which takes so many seconds for each. */
    Flow taking(double seconds) {
        return new Flow(arrivals, seconds);
    }

    int size() {
        return arrivals.length;
    }
}
