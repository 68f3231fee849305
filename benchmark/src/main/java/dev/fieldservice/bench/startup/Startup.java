package dev.fieldservice.bench.startup;

import dev.fieldservice.bench.cycle.BusyCompany;
import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Comparison;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.stack.ExtraService;
import dev.fieldservice.bench.stack.OurProcesses;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.local.Service;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How long each process takes from its start until it is ready, and what all of them weigh after work. */
public final class Startup implements Figure {

    private static final int CYCLES_AT_ONCE = 16;
    private static final double GIGABYTE = 1e9;

    @Override
    public String id() {
        return "P8";
    }

    @Override
    public Set<Service> needs() {
        return EnumSet.allOf(Service.class);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        var memory = memoryAfterLoad(stack, effort);
        stack.local().postgres().createDatabase("bare", "bare", "bare");
        stack.local().kafka().createTopics(List.of("notes"), 1);
        Map<Service, Comparison> starts = new EnumMap<>(Service.class);
        for (int pair = 0; pair < effort.pairs(); pair++) {
            double bare = bare(stack);
            for (var service : Service.values()) {
                starts.computeIfAbsent(service, first -> Comparison.ofTimes()).add(bare, restart(stack, service), 0);
            }
        }
        var slowest = starts.values().stream()
                .max(java.util.Comparator.comparingDouble(Comparison::medianRatio))
                .orElseThrow();
        var each = starts.entrySet().stream()
                .map(start -> Finding.format(
                        "%s %.1f s", start.getKey().module(), start.getValue().medianOurs()))
                .collect(Collectors.joining(", "));
        return List.of(
                Finding.atMost(
                        1.30,
                        "spawn until ready, the slowest of the six, no startup cache",
                        slowest,
                        Finding.format("bare application %.1f s; %s", slowest.medianBound(), each),
                        "bound: benchmark/bare, the same extensions and JVM flags"),
                memory);
    }

    private static Finding memoryAfterLoad(Stack stack, Effort effort) {
        var company = BusyCompany.open(stack, "p8", CYCLES_AT_ONCE);
        var cycles = Stack.load(CYCLES_AT_ONCE, effort.window().multipliedBy(3), company::play);
        double resident = OurProcesses.residentBytes() / GIGABYTE;
        return new Finding(
                "memory of the %d processes after load (Σ RSS)".formatted(OurProcesses.count()),
                Finding.format("%.2f GB", resident),
                "",
                "≤ 1.00 GB",
                resident <= 1.0,
                "",
                List.of(Finding.format("load before: whole cycles at %.1f/s", cycles.perSecond())));
    }

    private static double bare(Stack stack) {
        try (var bare = ExtraService.bare(stack, Service.TICKET)) {
            return bare.startup().toNanos() / 1e9;
        }
    }

    private static double restart(Stack stack, Service service) {
        var process = stack.local().service(service);
        process.stop();
        long began = System.nanoTime();
        process.start();
        return (System.nanoTime() - began) / 1e9;
    }
}
