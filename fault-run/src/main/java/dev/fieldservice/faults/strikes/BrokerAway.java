package dev.fieldservice.faults.strikes;

import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Interrupted;
import java.time.Duration;
import java.util.List;

/** Kafka is stopped for a while. People go on; what is committed waits in the outboxes and goes out afterwards. */
record BrokerAway(Duration time) implements Fault {

    /** Of five services with one replica each, one after the other, at two seconds each. */
    private static final Duration LONGEST_ANSWERS = Duration.ofSeconds(12);

    @Override
    public String name() {
        return "broker stopped for " + time.toSeconds() + " s";
    }

    @Override
    public boolean strike(Field field) {
        var pids = field.pids();
        field.stack().stopKafka();
        long end = System.nanoTime() + time.toNanos();
        boolean isTold = Field.within(time, () -> !unready(field).isEmpty());
        field.observe(
                "a service that cannot reach the broker is not ready",
                isTold,
                "not ready after " + (time.toMillis() - Math.max(0, (end - System.nanoTime()) / 1_000_000)) + " ms: "
                        + unready(field));
        long asked = System.nanoTime();
        List<Service> unready = unready(field);
        Duration told = Duration.ofNanos(System.nanoTime() - asked);
        field.observe(
                "a service says within two seconds whether it is ready, without a broker too",
                told.compareTo(LONGEST_ANSWERS.multipliedBy(field.replicas())) < 0,
                "all of them after " + told.toMillis() + " ms, not ready: " + unready);
        Interrupted.pause(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        long waiting = waiting(field);
        field.stack().startKafka();
        field.observeHealing("the broker's absence", pids, Duration.ofSeconds(90));
        boolean isDrained = Field.within(Duration.ofSeconds(60), () -> oldest(field) < 10);
        field.observe(
                "the outboxes drain when the broker is back",
                isDrained,
                waiting + " events waited when it came back; now the oldest waits for " + oldest(field) + " s");
        return true;
    }

    private static List<Service> unready(Field field) {
        return Databases.services().stream()
                .filter(service -> !field.isReady(service))
                .toList();
    }

    private static long waiting(Field field) {
        return Databases.services().stream()
                .mapToLong(service -> field.databases().number(service, "select count(*) from outbox"))
                .sum();
    }

    /** Seconds. */
    private static long oldest(Field field) {
        return Databases.services().stream()
                .mapToLong(service -> field.databases()
                        .number(
                                service,
                                "select coalesce(max(extract(epoch from now() - created_at)), 0)::bigint from outbox"))
                .max()
                .orElse(0);
    }
}
