package dev.fieldservice.bench.scale;

import java.util.List;
import java.util.stream.Stream;

/** What a company with so many technicians asks of the machines, in its busiest hour unless told otherwise. */
record Company(Figures figures, double technicians) {

    /** Those with a database; each asks events of the others. */
    static final List<String> WITH_DATABASE = List.of("ticket", "dispatch", "workorder", "inventory", "billing");

    /** It has none. */
    static final String GATEWAY = "gateway";

    static final List<String> ALL =
            Stream.concat(WITH_DATABASE.stream(), Stream.of(GATEWAY)).toList();

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double MILLIS = 1000;
    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;

    double jobsADay() {
        return technicians * figures.of("jobs.a-day");
    }

    double jobsAYear() {
        return jobsADay() * figures.of("days.a-year");
    }

    double jobsPerSecond() {
        return jobsADay() / (figures.of("hours.a-day") * SECONDS_PER_HOUR) * figures.of("peak");
    }

    double commandsPerSecond() {
        return jobsPerSecond() * figures.of("cycle.commands");
    }

    double readsPerSecond() {
        return technicians * figures.of("reads.an-hour") / SECONDS_PER_HOUR;
    }

    /** Cores that the six are busy with, in the mean of that hour. */
    double busy() {
        return jobsPerSecond() * cpuOfAJob(figures) + readsPerSecond() * figures.of("read.cpu-ms") / MILLIS;
    }

    /** The same for the database servers, all five databases together. */
    double busyDatabases() {
        return figures.of("bound.cores")
                * (jobsPerSecond() / figures.of("cycle.bound-per-second")
                        + readsPerSecond() / figures.of("read.bound-per-second"));
    }

    double cores() {
        return withRoom(busy());
    }

    double databaseCores() {
        return withRoom(busyDatabases());
    }

    private double withRoom(double busy) {
        return Math.ceil(busy / figures.of("utilisation"));
    }

    /** Of all that the six do, between 0 and 1; not a number until it was measured for each. */
    double share(String service) {
        return figures.of("job.cpu-ms.%s", service) / sum(ALL, "job.cpu-ms.%s");
    }

    private boolean sharesAreKnown() {
        return !Double.isNaN(share(GATEWAY));
    }

    private double shareOfTheBusiest() {
        return ALL.stream().mapToDouble(this::share).max().orElseThrow();
    }

    /** If all are equally busy: less cannot be the busiest one's. */
    double leastShareOfTheBusiest() {
        return sharesAreKnown() ? shareOfTheBusiest() : 1.0 / ALL.size();
    }

    /** If one does it all. */
    double mostShareOfTheBusiest() {
        return sharesAreKnown() ? shareOfTheBusiest() : 1;
    }

    double fewestOfTheBusiest() {
        return replicasFor(busy() * leastShareOfTheBusiest());
    }

    double mostOfTheBusiest() {
        return replicasFor(busy() * mostShareOfTheBusiest());
    }

    double replicasOf(String service) {
        return replicasFor(busy() * share(service));
    }

    private double replicasFor(double busy) {
        return Math.max(figures.of("replicas.least"), Math.ceil(busy / figures.of("replica.cores")));
    }

    /** Of these together; as long as it is not known who does the work, one of them does it all while the others stand by. */
    private double mostReplicas(List<String> services) {
        return sharesAreKnown()
                ? services.stream().mapToDouble(this::replicasOf).sum()
                : figures.of("replicas.least") * (services.size() - 1) + mostOfTheBusiest();
    }

    double mostReplicas() {
        return mostReplicas(ALL);
    }

    double mostConnections() {
        return mostReplicas(WITH_DATABASE) * figures.of("replica.connections");
    }

    /** In a second. */
    double eventsOfTheBusiestRelay() {
        return jobsPerSecond()
                * WITH_DATABASE.stream()
                        .mapToDouble(service -> figures.of("job.events.%s", service))
                        .reduce(0, Math::max);
    }

    /** In GiB: what a year adds and nothing takes away. */
    double keptAYear() {
        return jobsAYear() * sum(WITH_DATABASE, "job.kept-bytes.%s") / GIBIBYTE;
    }

    /** In GiB, however long it runs: answers to keys and ids of events, until they are forgotten. */
    double heldForAWhile() {
        double bytesADay = sum(WITH_DATABASE, "job.key-bytes.%s") * figures.of("keys.days")
                + sum(WITH_DATABASE, "job.inbox-bytes.%s") * figures.of("inbox.days");
        return jobsADay() * bytesADay / GIBIBYTE;
    }

    /** In GiB: what goes to standbys and backups. */
    double walADay() {
        return jobsADay() * figures.of("job.wal-bytes") / GIBIBYTE;
    }

    /** In KiB: a job that leaves more has filled the volume within a year. */
    double roomForAJob() {
        return figures.of("database.gibibytes") * GIBIBYTE / jobsAYear() / 1024;
    }

    private double sum(List<String> services, String figure) {
        return services.stream()
                .mapToDouble(service -> figures.of(figure, service))
                .sum();
    }

    /** In seconds of a core, all six together. */
    static double cpuOfAJob(Figures figures) {
        return (figures.of("cycle.cpu-ms") + figures.of("cycle.cpu-ms-missing")) / MILLIS;
    }
}
