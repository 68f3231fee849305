package dev.fieldservice.faults.strikes;

import dev.fieldservice.local.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/** Sent, and not yet deleted from the outbox: there it is killed. It goes out again and must not count twice. */
record KillAfterSend(Service service) implements Fault {

    @Override
    public String name() {
        return "kill -9 " + service.module() + " after send, before delete";
    }

    @Override
    public boolean strike(Field field) throws SQLException {
        try (Relay relay = new Relay(field, service)) {
            relay.hold();
            Set<String> committed = relay.awaitCommitted();
            if (committed.isEmpty()) {
                return false;
            }
            relay.holdRows();
            relay.release();
            boolean isSent = relay.awaitSent(committed, 1, Duration.ofSeconds(4));
            boolean isKept = relay.committed().containsAll(committed);
            field.kill(service);
            relay.releaseRows();
            field.start(service);
            boolean isSentAgain = relay.awaitSent(committed, 2, Duration.ofSeconds(20));
            field.observe(
                    "what " + service.module() + " had sent and not deleted goes out once more",
                    isSent && isKept && isSentAgain,
                    committed.size() + " events, on the topic before the kill: " + isSent + ", in the outbox: " + isKept
                            + ", twice on the topic after the restart: " + relay.sent(committed, 2));
            return true;
        }
    }
}
