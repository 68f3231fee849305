package dev.fieldservice.bench.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Where work is done: so many at a time, first come, first served, none lost. What comes does not depend on how long it waits, so that
 * stations are played one after the other, each event in its order.
 */
record Station(String name, int places) {

    /** What became of the flows. */
    record Served(Station station, Visits visits, List<Flow> departed) {}

    /** @return the visits, and each flow as it leaves here, with the service that it had here */
    Served serve(Flow... flows) {
        int all = Arrays.stream(flows).mapToInt(Flow::size).sum();
        var arrivals = new double[all];
        var starts = new double[all];
        var left = Arrays.stream(flows).map(flow -> new double[flow.size()]).toList();
        var next = new int[flows.length];
        var free = new PriorityQueue<Double>(Collections.nCopies(places, 0.0));
        for (int visit = 0; visit < all; visit++) {
            int flow = earliest(flows, next);
            arrivals[visit] = flows[flow].arrivals()[next[flow]];
            starts[visit] = Math.max(arrivals[visit], free.remove());
            double end = starts[visit] + flows[flow].service();
            free.add(end);
            left.get(flow)[next[flow]++] = end;
        }
        var departed = new ArrayList<Flow>();
        for (int flow = 0; flow < flows.length; flow++) {
            departed.add(Flow.of(left.get(flow), flows[flow].service()));
        }
        return new Served(this, new Visits(arrivals, starts), List.copyOf(departed));
    }

    private static int earliest(Flow[] flows, int[] next) {
        int earliest = -1;
        for (int flow = 0; flow < flows.length; flow++) {
            if (next[flow] < flows[flow].size()
                    && (earliest < 0
                            || flows[flow].arrivals()[next[flow]]
                                    < flows[earliest].arrivals()[next[earliest]])) {
                earliest = flow;
            }
        }
        return earliest;
    }
}
