package dev.fieldservice.bench.cost;

import dev.fieldservice.bench.sql.Databases;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one database was asked for so far.
 *
 * @param commands that took effect under a key, as long as keys are remembered
 * @param events written into the outbox, whether they are sent or not
 * @param keptBytes of all that is not forgotten, indexes included
 * @param keyBytes of the answers to keys
 * @param inboxBytes of the ids of events
 */
record Spent(long commands, long events, long keptBytes, long keyBytes, long inboxBytes) {

    private static final String COMMANDS = "select count(*) from idempotency";
    private static final String EVENTS =
            "select coalesce(pg_sequence_last_value(pg_get_serial_sequence('outbox', 'seq')::regclass), 0)";
    private static final String SIZE = "select pg_total_relation_size('%s')";

    /** Outbox and errands are empty in the end, and their files as large as they once had to be. */
    private static final String KEPT = """
            select sum(pg_total_relation_size(oid)) from pg_class
             where relkind = 'r' and relnamespace = 'public'::regnamespace
               and relname not in ('idempotency', 'inbox', 'outbox', 'errand')""";

    static Spent in(Databases server, String database) {
        return new Spent(
                server.count(database, COMMANDS),
                server.count(database, EVENTS),
                server.count(database, KEPT),
                server.count(database, SIZE.formatted("idempotency")),
                server.count(database, SIZE.formatted("inbox")));
    }

    Spent since(Spent before) {
        return new Spent(
                commands - before.commands,
                events - before.events,
                keptBytes - before.keptBytes,
                keyBytes - before.keyBytes,
                inboxBytes - before.inboxBytes);
    }

    /** By the names that docs/scale-figures.properties has for them. */
    Map<String, Double> ofAJob(String service, double jobs) {
        var figures = new TreeMap<String, Double>();
        figures.put("job.events." + service, events / jobs);
        figures.put("job.kept-bytes." + service, keptBytes / jobs);
        figures.put("job.key-bytes." + service, keyBytes / jobs);
        figures.put("job.inbox-bytes." + service, inboxBytes / jobs);
        return figures;
    }
}
