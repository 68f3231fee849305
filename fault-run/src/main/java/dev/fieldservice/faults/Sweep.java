package dev.fieldservice.faults;

import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Interrupted;
import java.time.Duration;
import java.util.List;

/**
 * Has the services delete at once what they would a day later: files to which nobody refers, such as those of uploads that a kill broke
 * off.
 */
final class Sweep {

    private static final String SWEEPS = "select count(*) from errand where kind = 'FILE_SWEEP'";
    private static final String A_DAY_LATER =
            "update stored_file set unclaimed_since = unclaimed_since - interval '25 hours'";
    private static final String NOW = "update errand set next_at = now() where kind = 'FILE_SWEEP'";

    /** The errand waits for its next hour, and nothing is left that it would have found. */
    private static final String TO_BE_DONE = """
            select (select count(*) from errand where kind = 'FILE_SWEEP' and next_at <= now() + interval '10 minutes')
                 + (select count(*) from stored_file f where swept_at is not null
                     or not exists (select from file_claim c where c.file_id = f.id))""";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Databases databases;

    Sweep(Databases databases) {
        this.databases = databases;
    }

    /** What stays all the same, the invariants will say. */
    void now() {
        List<Service> keepers = Databases.services().stream()
                .filter(service -> databases.number(service, SWEEPS) > 0)
                .toList();
        keepers.forEach(service -> databases.execute(service, A_DAY_LATER));
        keepers.forEach(service -> databases.execute(service, NOW));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (keepers.stream().anyMatch(service -> databases.number(service, TO_BE_DONE) > 0)
                && System.nanoTime() < end) {
            Interrupted.pause(BETWEEN_LOOKS);
        }
    }
}
