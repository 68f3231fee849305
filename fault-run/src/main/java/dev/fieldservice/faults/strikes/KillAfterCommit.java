package dev.fieldservice.faults.strikes;

import dev.fieldservice.local.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/** Committed, and nothing of it sent: the relay is held off the outbox, and then all is killed. It must still go out. */
record KillAfterCommit(Service service) implements Fault {

    @Override
    public String name() {
        return "kill -9 " + service.module() + " after commit, before send";
    }

    @Override
    public boolean strike(Field field) throws SQLException {
        try (Relay relay = new Relay(field, service)) {
            relay.hold();
            Set<String> committed = relay.awaitCommitted();
            if (committed.isEmpty()) {
                return false;
            }
            field.kill(service);
            boolean nothingSent =
                    !relay.awaitSent(committed, 1, Duration.ofMillis(200)) && relay.sent(committed, 1) == 0;
            relay.release();
            field.start(service);
            boolean allSent = relay.awaitSent(committed, 1, Duration.ofSeconds(20));
            field.observe(
                    "what " + service.module() + " had committed and not sent goes out after the restart",
                    nothingSent && allSent,
                    committed.size() + " events, sent before the kill: " + (nothingSent ? "none" : "some")
                            + ", after the restart: " + relay.sent(committed, 1));
            return true;
        }
    }
}
