package dev.fieldservice.faults.strikes;

import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.local.Service;
import java.time.Duration;

/** Every connection of every service to its database is ended by the server. */
record ConnectionsCut() implements Fault {

    @Override
    public String name() {
        return "database connections cut";
    }

    @Override
    public boolean strike(Field field) {
        var pids = field.pids();
        long cut = 0;
        for (Service service : Databases.services()) {
            cut += field.databases()
                    .number(
                            service,
                            "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = ?",
                            service.database().orElseThrow());
        }
        field.tell(cut + " connections were cut");
        field.observeHealing("its connections were cut", pids, Duration.ofSeconds(30));
        return cut > 0;
    }
}
