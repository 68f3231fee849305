package dev.fieldservice.bench.scale;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a company outgrows.
 *
 * @param holds while it holds, nothing has to change
 * @param from technicians with whom it may end, and
 * @param to with whom it ends for sure; the same where the figures tell it exactly, not a number where they do not tell
 */
record Limit(String holds, String thereIs, double from, double to) {

    private static final double MILLIS = 1000;

    /** The lowest first; those that nobody has measured come last. */
    static List<Limit> all(Figures figures) {
        var one = new Company(figures, 1);
        return Stream.of(
                        slots(
                                figures,
                                one,
                                "reports are printed as fast as jobs are closed",
                                "papers.at-once",
                                "report.turn-ms"),
                        slots(
                                figures,
                                one,
                                "drafts are examined as fast as they are issued",
                                "examinations.at-once",
                                "examination.ms"),
                        replicas(figures, one, "the autoscaler adds replicas", "%s of a service", "replicas.most"),
                        replicas(
                                figures,
                                one,
                                "each replica of a service has a partition",
                                "%s of each topic",
                                "partitions"),
                        connections(figures, one),
                        exactly(
                                "one server with the measured cores has all databases",
                                Words.of(figures.of("bound.cores"), "cores"),
                                figures.of("bound.cores") * figures.of("utilisation") / one.busyDatabases()),
                        rate(
                                figures,
                                one,
                                "a row that every job locks, such as one shelf for all",
                                "lock.uses-per-second"),
                        rate(figures, one, "invoices are numbered one after the other", "issue.per-second"),
                        rate(
                                figures,
                                one,
                                "invoices have PDF and XML as fast as they are issued",
                                "documents.per-second"),
                        exactly(
                                "one relay tells what a service commits",
                                Words.of(figures.of("relay.events-per-second"), "events/s"),
                                figures.of("relay.events-per-second") / one.eventsOfTheBusiestRelay()),
                        exactly(
                                "the volume takes what a year leaves",
                                Words.of(figures.of("database.gibibytes"), "GiB for all databases"),
                                figures.of("database.gibibytes") / (one.keptAYear() + one.heldForAWhile())))
                .sorted(Comparator.comparingDouble(Limit::from))
                .toList();
    }

    private static Limit exactly(String holds, String thereIs, double technicians) {
        return new Limit(holds, thereIs, technicians, technicians);
    }

    private static Limit rate(Figures figures, Company one, String holds, String perSecond) {
        return exactly(holds, Words.of(figures.of(perSecond), "/s"), figures.of(perSecond) / one.jobsPerSecond());
    }

    /** So many at a time in each replica, of as few replicas as there are. */
    private static Limit slots(Figures figures, Company one, String holds, String atOnce, String millis) {
        double places = figures.of(atOnce) * figures.of("replicas.least");
        return exactly(
                holds,
                "%s at a time in each of %s replicas, %s each"
                        .formatted(
                                Words.of(figures.of(atOnce)),
                                Words.of(figures.of("replicas.least")),
                                Words.of(figures.of(millis), "ms")),
                places * MILLIS / figures.of(millis) / one.jobsPerSecond());
    }

    private static Limit replicas(Figures figures, Company one, String holds, String thereIs, String most) {
        double technicians = figures.of(most) * figures.of("replica.cores") / one.busy();
        return new Limit(
                holds,
                thereIs.formatted(Words.of(figures.of(most))),
                technicians / one.mostShareOfTheBusiest(),
                technicians / one.leastShareOfTheBusiest());
    }

    /** Reached first if one service needs all that the standing replicas of the others leave, last if all need the same. */
    private static Limit connections(Figures figures, Company one) {
        double replicas = figures.of("database.connections") / figures.of("replica.connections");
        int services = Company.WITH_DATABASE.size();
        double others = figures.of("replicas.least") * (services - 1);
        double perReplica = figures.of("replica.cores") / one.busy();
        return new Limit(
                "replicas have their connections",
                Words.of(
                        figures.of("database.connections"),
                        "at one server, %s of a replica".formatted(Words.of(figures.of("replica.connections")))),
                (replicas - others) * perReplica / one.mostShareOfTheBusiest(),
                replicas / services * perReplica / one.leastShareOfTheBusiest());
    }
}
