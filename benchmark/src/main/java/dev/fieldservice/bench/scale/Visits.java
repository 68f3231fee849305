package dev.fieldservice.bench.scale;

import dev.fieldservice.bench.measure.Percentiles;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** When each came and when its turn was, in seconds, in the order in which they came. */
record Visits(double[] arrivals, double[] starts) {

    int count() {
        return arrivals.length;
    }

    /** Those that came in the meantime: from, inclusive, until, exclusive. */
    Visits between(double from, double until) {
        int first = firstAt(from);
        int end = firstAt(until);
        return new Visits(Arrays.copyOfRange(arrivals, first, end), Arrays.copyOfRange(starts, first, end));
    }

    private int firstAt(double time) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (arrivals[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private DoubleStream waiting() {
        return IntStream.range(0, count()).mapToDouble(i -> starts[i] - arrivals[i]);
    }

    /** In seconds. */
    double meanWait() {
        return waiting().average().orElse(0);
    }

    /** In seconds; there has to be a visit. */
    Percentiles waits() {
        return Percentiles.of(waiting().toArray());
    }

    /** How many waited at the same time at most when somebody came in the meantime; turns come in the order of arrival. */
    int longestQueue(double from, double until) {
        int longest = 0;
        int served = 0;
        int end = firstAt(until);
        for (int i = firstAt(from); i < end; i++) {
            while (served < count() && starts[served] <= arrivals[i]) {
                served++;
            }
            longest = Math.max(longest, i + 1 - served);
        }
        return longest;
    }
}
