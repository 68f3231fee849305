package dev.fieldservice.bench.scale;

/** Figures that are easy to reckon with. */
final class Example {

    private Example() {}

    /** Nobody has measured who does the work and what it leaves. */
    static Figures unmeasured() {
        return Figures.parse(TEXT);
    }

    /** Billing does half of the work, and the other five a tenth each. */
    static Figures measured() {
        var measured = new StringBuilder("job.wal-bytes = 1048576 from a test\n");
        for (var service : Company.ALL) {
            measured.append(
                    "job.cpu-ms.%s = %d from a test\n".formatted(service, service.equals("billing") ? 500 : 100));
        }
        for (var service : Company.WITH_DATABASE) {
            measured.append("job.events.%s = %d from a test\n".formatted(service, service.equals("billing") ? 20 : 2));
            measured.append("job.kept-bytes.%s = 16384 from a test\n".formatted(service));
            measured.append("job.key-bytes.%s = 4096 from a test\n".formatted(service));
            measured.append("job.inbox-bytes.%s = 1024 from a test\n".formatted(service));
        }
        return unmeasured().with(Figures.parse(measured.toString()));
    }

    private static final String TEXT = """
            # A job costs a second
            cycle.cpu-ms = 800 from a test
            cycle.cpu-ms-missing = 200 from a test
            cycle.commands = 20 from a test
            cycle.bound-per-second = 10 from a test
            read.cpu-ms = 5 from a test
            read.bound-per-second = 1000 from a test
            bound.cores = 2 from a test
            report.ms = 250 from a test
            report.turn-ms = 500 from a test
            examination.ms = 250 from a test
            lock.uses-per-second = 100 from a test
            relay.events-per-second = 20000 from a test
            issue.per-second = - from a test
            documents.per-second = - from a test
            job.cpu-ms.ticket = - from a test
            job.cpu-ms.dispatch = - from a test
            job.cpu-ms.workorder = - from a test
            job.cpu-ms.inventory = - from a test
            job.cpu-ms.billing = - from a test
            job.cpu-ms.gateway = - from a test
            job.events.ticket = - from a test
            job.events.dispatch = - from a test
            job.events.workorder = - from a test
            job.events.inventory = - from a test
            job.events.billing = - from a test
            job.kept-bytes.ticket = - from a test
            job.kept-bytes.dispatch = - from a test
            job.kept-bytes.workorder = - from a test
            job.kept-bytes.inventory = - from a test
            job.kept-bytes.billing = - from a test
            job.key-bytes.ticket = - from a test
            job.key-bytes.dispatch = - from a test
            job.key-bytes.workorder = - from a test
            job.key-bytes.inventory = - from a test
            job.key-bytes.billing = - from a test
            job.inbox-bytes.ticket = - from a test
            job.inbox-bytes.dispatch = - from a test
            job.inbox-bytes.workorder = - from a test
            job.inbox-bytes.inventory = - from a test
            job.inbox-bytes.billing = - from a test
            job.wal-bytes = - from a test
            partitions = 6 from a test
            replicas.least = 2 from a test
            replicas.most = 4 from a test
            replica.cores = 0.5 from a test
            replica.connections = 20 from a test
            database.connections = 500 from a test
            database.gibibytes = 100 from a test
            papers.at-once = 1 from a test
            examinations.at-once = 2 from a test
            keys.days = 30 from a test
            inbox.days = 60 from a test
            jobs.a-day = 5 from a test
            hours.a-day = 10 from a test
            days.a-year = 200 from a test
            peak = 2 from a test
            utilisation = 0.5 from a test
            reads.an-hour = 36 from a test
            """;
}
