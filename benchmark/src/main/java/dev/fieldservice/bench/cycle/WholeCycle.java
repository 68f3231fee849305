package dev.fieldservice.bench.cycle;

import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Comparison;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.measure.Rate;
import dev.fieldservice.bench.sql.Bound;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.local.Service;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From the phone call to the closed ticket, many at once, through all services. */
public final class WholeCycle implements Figure {

    private static final int CYCLES_AT_ONCE = 16;

    /** A cycle takes longer than a request, and a window must hold many. */
    private static final int WINDOWS = 3;

    /** A cycle goes each way but once; the second compiler has to see it thousands of times. */
    private static final int WARM_UPS = 4;

    @Override
    public String id() {
        return "P6";
    }

    @Override
    public Set<Service> needs() {
        return EnumSet.allOf(Service.class);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        var company = BusyCompany.open(stack, "p6", CYCLES_AT_ONCE);
        company.play(0);
        Map<String, Bound> bounds =
                stack.bounds("P6-cycle", EnumSet.complementOf(EnumSet.of(Service.GATEWAY)), () -> company.play(0));
        bounds.keySet().forEach(database -> stack.databases().dropReferences(Bound.copyOf(database)));
        var window = effort.window().multipliedBy(WINDOWS);
        var _ = Stack.load(CYCLES_AT_ONCE, effort.warmUp().multipliedBy(WARM_UPS), company::play);
        var compared = Comparison.ofRates(
                effort.pairs(),
                () -> together(bounds.values(), effort.window()),
                () -> Stack.load(CYCLES_AT_ONCE, window, company::play));
        return List.of(Finding.atLeast(
                        0.40,
                        "the whole cycle, phone call to closed ticket, 16 at once",
                        compared,
                        Finding.format("%.1f cycles/s against %.1f/s", compared.medianOurs(), compared.medianBound()),
                        "bound: what each database does in a cycle, one database after the other; foreign keys dropped, relay left out",
                        bounds.values().stream()
                                .map(Bound::description)
                                .toList()
                                .toString())
                .keeping("cycle.cpu-ms", compared.medianCpuMicros() / 1_000)
                .keeping("cycle.cpu-ms-missing", 0) // reports and examinations are among its steps
                .keeping("cycle.bound-per-second", compared.medianBound())
                .keeping("bound.cores", Runtime.getRuntime().availableProcessors()));
    }

    /** pgbench knows one database at a time: the times of one cycle's parts add up. */
    private static Rate together(Collection<Bound> bounds, Duration window) {
        var part = window.dividedBy(bounds.size());
        double secondsPerCycle = bounds.stream()
                .mapToDouble(bound -> 1 / bound.run(CYCLES_AT_ONCE, part).perSecond())
                .sum();
        return new Rate(1 / secondsPerCycle, 0);
    }
}
