package dev.fieldservice.bench.scale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of docs/scale.md, by name. */
final class Tables {

    private static final List<Integer> SIZES = List.of(10, 1_000, 10_000, 100_000);

    /** Whose day is played, and on whose machines more are played as well. */
    private static final int PLAYED = 10_000;

    private static final List<Integer> MORE = List.of(PLAYED, 15_000, 20_000, 30_000);
    private static final int FIRST_HOUR = 8;
    private static final int LAST_HOUR = 17;
    private static final double MIDNIGHT = 48 * Workday.HOUR;

    private static final List<Line> MEASURED = List.of(
            new Line("cycle.cpu-ms", "ms of the six for a job"),
            new Line("cycle.cpu-ms-missing", "ms more at most, of what that build did not do"),
            new Line("cycle.commands", "commands of a job"),
            new Line("cycle.bound-per-second", "jobs/s of PostgreSQL alone, on two cores"),
            new Line("read.cpu-ms", "ms of the six for a read"),
            new Line("read.bound-per-second", "reads/s of PostgreSQL alone, on two cores"),
            new Line("report.ms", "ms to print a report"),
            new Line("examination.ms", "ms to examine a draft"),
            new Line("lock.uses-per-second", "commands/s that lock the same row"),
            new Line("relay.events-per-second", "events/s of a relay"),
            new Line("issue.per-second", "invoices/s that are issued"),
            new Line("documents.per-second", "invoices/s that have PDF and XML"),
            new Line("job.wal-bytes", "bytes of write-ahead log for a job"));

    private record Line(String figure, String says) {}

    private Tables() {}

    static Map<String, String> of(Figures figures) {
        var tables = new LinkedHashMap<String, String>();
        tables.put("figures", figures(figures));
        tables.put("needs", needs(figures));
        tables.put("services", services(figures));
        tables.put("limits", limits(figures));
        tables.put("day", day(figures));
        tables.put("more", more(figures));
        return tables;
    }

    private static String figures(Figures figures) {
        return Words.table(
                List.of("measured", "", "from"),
                MEASURED.stream()
                        .map(line -> List.of(
                                Words.of(figures.of(line.figure())),
                                line.says(),
                                figures.all().get(line.figure()).fromWithoutQuotes()))
                        .toList());
    }

    private static String needs(Figures figures) {
        var rows = new ArrayList<List<String>>();
        rows.add(row(figures, "jobs a day", Company::jobsADay));
        rows.add(row(figures, "jobs/s, busiest hour", Company::jobsPerSecond));
        rows.add(row(figures, "commands/s", Company::commandsPerSecond));
        rows.add(row(figures, "reads/s of phones", Company::readsPerSecond));
        rows.add(cells(
                figures,
                "cores of the six, busy, and to have",
                company -> Words.of(company.busy()) + ", " + Words.of(company.cores())));
        rows.add(cells(
                figures,
                "cores of PostgreSQL, busy, and to have",
                company -> Words.of(company.busyDatabases()) + ", " + Words.of(company.databaseCores())));
        rows.add(cells(
                figures,
                "replicas of the busiest service, as many as partitions",
                company -> Words.range(company.fewestOfTheBusiest(), company.mostOfTheBusiest())));
        rows.add(row(figures, "replicas of all six, at most", Company::mostReplicas));
        rows.add(row(figures, "connections to databases, at most", Company::mostConnections));
        rows.add(row(figures, "jobs a year", Company::jobsAYear));
        rows.add(row(figures, "KiB a job may leave before a year fills the volume", Company::roomForAJob));
        rows.add(row(figures, "GiB a year, kept for good", Company::keptAYear));
        rows.add(row(figures, "GiB of keys and inboxes, forgotten in time", Company::heldForAWhile));
        rows.add(row(figures, "GiB of write-ahead log a day", Company::walADay));
        return Words.table(head("technicians", SIZES), rows);
    }

    private static List<String> head(String first, List<Integer> sizes) {
        return Stream.concat(Stream.of(first), sizes.stream().map(Words::of)).toList();
    }

    private static List<String> row(Figures figures, String what, ToDoubleFunction<Company> need) {
        return cells(figures, what, company -> Words.of(need.applyAsDouble(company)));
    }

    private static List<String> cells(Figures figures, String what, Function<Company, String> need) {
        return Stream.concat(Stream.of(what), SIZES.stream().map(size -> need.apply(new Company(figures, size))))
                .toList();
    }

    private static String services(Figures figures) {
        if (Company.ALL.stream().allMatch(service -> Double.isNaN(figures.of("job.cpu-ms.%s", service)))) {
            return Words.NOT_MEASURED + "\n";
        }
        var rows = new ArrayList<List<String>>();
        for (var service : Company.WITH_DATABASE) {
            rows.add(service(
                    figures,
                    service,
                    Words.of(figures.of("job.events.%s", service)),
                    Words.of(figures.of("job.kept-bytes.%s", service)),
                    Words.of(figures.of("job.key-bytes.%s", service) + figures.of("job.inbox-bytes.%s", service))));
        }
        rows.add(service(figures, Company.GATEWAY, "none", "none", "none"));
        return Words.table(
                List.of("a job", "ms", "events", "bytes kept", "bytes for a while", "replicas at 10 000", "at 100 000"),
                rows);
    }

    private static List<String> service(Figures figures, String service, String events, String kept, String held) {
        return List.of(
                service,
                Words.of(figures.of("job.cpu-ms.%s", service)),
                events,
                kept,
                held,
                Words.of(new Company(figures, 10_000).replicasOf(service)),
                Words.of(new Company(figures, 100_000).replicasOf(service)));
    }

    private static String limits(Figures figures) {
        return Words.table(
                List.of("it holds while", "there is", "technicians at whom it ends"),
                Limit.all(figures).stream()
                        .map(limit -> List.of(
                                limit.holds(),
                                limit.thereIs(),
                                Words.range(Words.roughly(limit.from()), Words.roughly(limit.to()))))
                        .toList());
    }

    private static String day(Figures figures) {
        var stations = Simulation.play(figures, PLAYED, new Company(figures, PLAYED));
        var rows = IntStream.rangeClosed(FIRST_HOUR, LAST_HOUR)
                .mapToObj(hour -> Stream.concat(
                                Stream.of(
                                        "%02d–%02d".formatted(hour, hour + 1),
                                        perSecond(stations.getFirst().visits(), hour)),
                                stations.stream().map(station -> hour(station.visits(), hour)))
                        .toList())
                .toList();
        return Words.table(
                Stream.concat(Stream.of("hour", "requests/s"), stations.stream().map(Tables::headOf))
                        .toList(),
                rows);
    }

    private static String headOf(Station.Served served) {
        return served.station().name() + " (" + served.station().places() + ")";
    }

    private static String perSecond(Visits visits, int hour) {
        double from = hour * Workday.HOUR;
        return Words.of(Math.rint(visits.between(from, from + Workday.HOUR).count() / Workday.HOUR));
    }

    private static String hour(Visits visits, int hour) {
        double from = hour * Workday.HOUR;
        double until = from + Workday.HOUR;
        return told(visits.between(from, until), visits.longestQueue(from, until));
    }

    private static String told(Visits visits, int longestQueue) {
        if (visits.count() == 0) {
            return "";
        }
        var waits = visits.waits();
        return "%s · %s · %s".formatted(Words.time(waits.at(0.5)), Words.time(waits.at(0.99)), Words.of(longestQueue));
    }

    private static String more(Figures figures) {
        var machines = new Company(figures, PLAYED);
        var columns = MORE.stream()
                .map(technicians -> Simulation.play(figures, technicians, machines).stream()
                        .map(served -> List.of(
                                headOf(served),
                                told(served.visits(), served.visits().longestQueue(0, MIDNIGHT))))
                        .toList())
                .toList();
        var rows = IntStream.range(0, columns.getFirst().size())
                .mapToObj(station -> Stream.concat(
                                Stream.of(columns.getFirst().get(station).getFirst()),
                                columns.stream()
                                        .map(column -> column.get(station).getLast()))
                        .toList())
                .toList();
        return Words.table(head("technicians", MORE), rows);
    }
}
