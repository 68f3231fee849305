package dev.fieldservice.bench.scale;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * When what is wanted on a day: technicians begin around eight, all within an hour and most in the middle of it, and go from job to job. Times
 * are in seconds since midnight. The same seed makes the same day.
 */
final class Workday {

    static final double HOUR = 3600;
    private static final long SEED = 20_261_130;
    private static final double BEGINS = 8 * HOUR;
    private static final double EARLY_OR_LATE = HOUR / 2;
    /** A job takes its mean, more or less so much of it. */
    private static final double SPREAD = 0.4;

    private static final double WINDING_UP = 120;
    private static final double UNTIL_CLOSED = 2 * HOUR;
    private static final double FINANCE_BEGINS = 16 * HOUR;
    private static final double FINANCE_TAKES = 2 * HOUR;

    private final SplittableRandom chance = new SplittableRandom(SEED);
    private final Map<Moment, Times> commands = new EnumMap<>(Moment.class);
    private final Times reads;

    Workday(Figures figures, int technicians) {
        int jobs = (int) figures.of("jobs.a-day");
        double hours = figures.of("hours.a-day") * HOUR;
        for (var moment : Moment.values()) {
            commands.put(moment, new Times(technicians * jobs * moment.commands()));
        }
        int looks = (int) (figures.of("reads.an-hour") * figures.of("hours.a-day"));
        reads = new Times(technicians * looks);
        for (int technician = 0; technician < technicians; technician++) {
            double begins = BEGINS + EARLY_OR_LATE * (chance.nextDouble() + chance.nextDouble() - 1);
            double now = begins;
            for (int job = 0; job < jobs; job++) {
                double takes = hours / jobs * (1 + SPREAD * (2 * chance.nextDouble() - 1));
                job(now, takes, hours);
                now += takes;
            }
            for (int look = 0; look < looks; look++) {
                reads.add(begins + hours * chance.nextDouble());
            }
        }
    }

    private void job(double begins, double takes, double hours) {
        double ends = begins + takes;
        for (var moment : Moment.values()) {
            for (int command = 0; command < moment.commands(); command++) {
                commands.get(moment)
                        .add(
                                switch (moment) {
                                    case OFFICE -> BEGINS + hours * chance.nextDouble();
                                    case BEGINNING -> begins + takes * 0.3 * command / moment.commands();
                                    case MEANWHILE -> begins + takes * (0.3 + 0.7 * chance.nextDouble());
                                    case END -> ends + WINDING_UP * chance.nextDouble();
                                    case CLOSING -> ends + UNTIL_CLOSED * chance.nextDouble();
                                    case MONEY -> FINANCE_BEGINS + FINANCE_TAKES * chance.nextDouble();
                                });
            }
        }
    }

    /** Each moment's commands, in seconds of work each. */
    Flow commands(double seconds) {
        var all = commands.values().stream().map(Times::all).flatMapToDouble(Arrays::stream);
        return Flow.of(all.toArray(), seconds);
    }

    /** What the printer of reports has to do: one for each job. */
    Flow closings(double seconds) {
        return Flow.of(commands.get(Moment.CLOSING).all(), seconds);
    }

    /** Of the commands of finance one issues the draft. */
    Flow issues(double seconds) {
        return Flow.of(commands.get(Moment.MONEY).everyNth(Moment.MONEY.commands()), seconds);
    }

    /** Phones look for what is new. */
    Flow reads(double seconds) {
        return Flow.of(reads.all(), seconds);
    }

    static int commandsOfAJob() {
        int all = 0;
        for (var moment : Moment.values()) {
            all += moment.commands();
        }
        return all;
    }

    /** Room for as many as there will be. */
    private static final class Times {
        private final double[] times;
        private int count;

        Times(int room) {
            times = new double[room];
        }

        void add(double time) {
            times[count++] = time;
        }

        double[] all() {
            return times;
        }

        double[] everyNth(int n) {
            var some = new double[times.length / n];
            for (int i = 0; i < some.length; i++) {
                some[i] = times[i * n];
            }
            return some;
        }
    }
}
