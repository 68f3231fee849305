package dev.fieldservice.faults.strikes;

import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.local.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * The state is written, the history is not: a lock on that table holds every command and every effect right before its
 * commit, and there it is killed. None of it may be left.
 */
record KillBeforeCommit(Service service) implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String STALLED = """
            select a.backend_xid from pg_locks l join pg_stat_activity a using (pid)
             where l.relation = 'history'::regclass and not l.granted and a.backend_xid is not null""";

    @Override
    public String name() {
        return "kill -9 " + service.module() + " before commit";
    }

    @Override
    public boolean strike(Field field) throws SQLException {
        List<String> stalled;
        try (Connection lock = field.databases().connect(service)) {
            lock.setAutoCommit(false);
            Databases.execute(lock, "lock table history in share mode");
            boolean came = Field.within(PATIENCE, () -> !stalled(field).isEmpty());
            stalled = stalled(field);
            if (!came || stalled.isEmpty()) {
                return false;
            }
            field.kill(service);
            lock.rollback();
        }
        boolean gone = Field.within(
                Duration.ofSeconds(10), () -> outcomes(field, stalled).stream().allMatch("aborted"::equals));
        field.observe(
                "what " + service.module() + " had not committed when it was killed is undone",
                gone,
                stalled.size() + " transactions between change and commit: " + outcomes(field, stalled));
        field.start(service);
        return true;
    }

    private List<String> stalled(Field field) {
        return field.databases().list(service, STALLED);
    }

    private List<String> outcomes(Field field, List<String> transactions) {
        return transactions.stream()
                .map(xid -> field.databases().rows(service, "select pg_xact_status(?::text::xid8)", xid))
                .map(List::getFirst)
                .map((Row row) -> row.get(0))
                .toList();
    }
}
