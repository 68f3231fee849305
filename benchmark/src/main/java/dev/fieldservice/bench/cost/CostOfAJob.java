package dev.fieldservice.bench.cost;

import dev.fieldservice.bench.cycle.BusyCompany;
import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.sql.Databases;
import dev.fieldservice.bench.stack.OurProcesses;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What one job costs each process, and what it leaves in each database. There is no bound: docs/scale.md is worked out of it. */
public final class CostOfAJob implements Figure {

    private static final int JOBS_AT_ONCE = 16;

    /** By each technician: many, for tables and their indexes grow page by page. */
    private static final int JOBS_OF_EACH = 30;

    private static final int WARM_UPS = 4;

    private static final String WRITTEN = "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint";
    private static final String UNDER_WAY = """
            select (select count(*) from outbox)
                 + (select count(*) from errand where not repeating and state = 'WAITING' and due <= now())""";

    @Override
    public String id() {
        return "P14";
    }

    @Override
    public Set<Service> needs() {
        return EnumSet.allOf(Service.class);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        var company = BusyCompany.open(stack, "p14", JOBS_AT_ONCE);
        var _ = Stack.load(JOBS_AT_ONCE, effort.warmUp().multipliedBy(WARM_UPS), company::play);
        int each = Math.max(1, effort.scaled(JOBS_OF_EACH));
        var before = Reading.of(stack.databases());
        var _ = Together.map(IntStream.range(0, JOBS_AT_ONCE).boxed().toList(), technician -> {
            IntStream.range(0, each).forEach(_ -> company.play(technician));
            return technician;
        });
        var figures = Reading.of(stack.databases()).ofAJob(before, (double) each * JOBS_AT_ONCE);
        var notes = new ArrayList<String>();
        figures.forEach((figure, value) -> notes.add(Finding.format("%s %.1f", figure, value)));
        var finding = Finding.told("what a job costs, and what it leaves, of %d".formatted(each * JOBS_AT_ONCE), notes);
        for (var figure : figures.entrySet()) {
            finding = finding.keeping(figure.getKey(), figure.getValue());
        }
        return List.of(finding);
    }

    /** All that can be read once nothing follows any more. */
    private record Reading(Map<Service, Duration> cpu, Map<Service, Spent> spent, long written) {

        static Reading of(Databases databases) {
            var cpu = new EnumMap<Service, Duration>(Service.class);
            var spent = new EnumMap<Service, Spent>(Service.class);
            for (var service : Service.values()) {
                service.database().ifPresent(database -> databases.await(database, UNDER_WAY, left -> left == 0));
            }
            for (var service : Service.values()) {
                cpu.put(service, OurProcesses.cpu(service));
                service.database().ifPresent(database -> spent.put(service, Spent.in(databases, database)));
            }
            return new Reading(cpu, spent, databases.count("postgres", WRITTEN));
        }

        Map<String, Double> ofAJob(Reading before, double jobs) {
            var figures = new TreeMap<String, Double>();
            figures.put("job.wal-bytes", (written - before.written) / jobs);
            cpu.forEach((service, spentCpu) -> figures.put(
                    "job.cpu-ms." + name(service),
                    spentCpu.minus(before.cpu.get(service)).toNanos() / 1e6 / jobs));
            long commands = 0;
            for (var service : spent.keySet()) {
                var since = spent.get(service).since(before.spent.get(service));
                figures.putAll(since.ofAJob(name(service), jobs));
                commands += since.commands();
            }
            figures.put("cycle.commands", commands / jobs);
            return figures;
        }

        /** As in docs/scale-figures.properties. */
        private static String name(Service service) {
            return service.database().orElse(service.module());
        }
    }
}
