package dev.fieldservice.bench.scale;

import java.util.ArrayList;
import java.util.List;

/** A day of many technicians on given machines. */
final class Simulation {

    private static final double MILLIS = 1000;

    private Simulation() {}

    /**
     * Numbers of invoices, which are given one after the other, are a station as soon as it was measured how fast they are.
     *
     * @param machines for whom they were made: their cores are what {@link Company} says of that many
     * @return the stations, with who came and when its turn was
     */
    static List<Station.Served> play(Figures figures, int technicians, Company machines) {
        var day = new Workday(figures, technicians);
        double perCommand = 1.0 / Workday.commandsOfAJob();
        double onDatabase = figures.of("bound.cores") / figures.of("cycle.bound-per-second") * perCommand;
        double readOnDatabase = figures.of("bound.cores") / figures.of("read.bound-per-second");
        int replicas = (int) figures.of("replicas.least");

        var processors = new Station("processors", (int) machines.cores())
                .serve(
                        day.commands(Company.cpuOfAJob(figures) * perCommand),
                        day.reads(figures.of("read.cpu-ms") / MILLIS));
        var database = new Station("PostgreSQL", (int) machines.databaseCores())
                .serve(
                        processors.departed().getFirst().taking(onDatabase),
                        processors.departed().getLast().taking(readOnDatabase));
        var reports = new Station("reports", replicas * (int) figures.of("papers.at-once"))
                .serve(day.closings(figures.of("report.turn-ms") / MILLIS));
        var examinations = new Station("examinations", replicas * (int) figures.of("examinations.at-once"))
                .serve(day.issues(figures.of("examination.ms") / MILLIS));
        var stations = new ArrayList<>(List.of(processors, database, reports, examinations));
        double issued = figures.of("issue.per-second");
        if (!Double.isNaN(issued)) {
            stations.add(new Station("numbers", 1).serve(day.issues(1 / issued)));
        }
        return List.copyOf(stations);
    }
}
