package dev.fieldservice.faults.strikes;

import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import java.time.Duration;
import java.util.List;

/** {@code kill -9} of the database server, and its return some seconds later. */
record PostgresKilled() implements Fault {

    @Override
    public String name() {
        return "kill -9 PostgreSQL";
    }

    @Override
    public boolean strike(Field field) {
        var pids = field.pids();
        field.stack().killPostgres();
        boolean isTold = Field.within(
                Duration.ofSeconds(20), () -> Databases.services().stream().noneMatch(field::isReady));
        field.observe("a service without its database is not ready", isTold, ready(field));
        Answer reply =
                field.phone().glance(Player.ANA, field.stack().address().service(Service.BILLING), "/v1/invoices");
        field.observe(
                "a service without its database says so and when to come again",
                reply.status() == 503 && !reply.retryAfter().isEmpty(),
                reply + ", Retry-After: " + reply.retryAfter());
        field.stack().startPostgres();
        field.observeHealing("the database's absence", pids, Duration.ofSeconds(60));
        return true;
    }

    private static String ready(Field field) {
        List<Service> ready =
                Databases.services().stream().filter(field::isReady).toList();
        return ready.isEmpty() ? "none is ready" : "ready: " + ready;
    }
}
