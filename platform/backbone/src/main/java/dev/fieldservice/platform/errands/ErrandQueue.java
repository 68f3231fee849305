package dev.fieldservice.platform.errands;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The job queue's table: claiming with a lease, and finding again what was claimed. */
@ApplicationScoped
class ErrandQueue {

    private static final UUID SERVICE = new UUID(0, 0);

    /**
     * One statement, so that a replica that dies in the middle has claimed nothing. What is due says the replica's clock, when a
     * lease is over the database's: a replica whose clock is ahead takes nothing out of another's hand.
     */
    private static final String CLAIM = """
            with wanted as (
                select * from unnest($1::text[], $2::int[], $3::bigint[]) as wanted (kind, places, millis)),
            next as materialized (
                select found.id, wanted.millis * interval '1 millisecond' as lease
                  from wanted
                 cross join lateral (
                       select id from errand
                        where kind = wanted.kind and state = 'WAITING' and next_at <= $4
                           and (leased_until is null or leased_until <= clock_timestamp())
                        order by next_at limit wanted.places for update skip locked) found)
            update errand set attempts = attempts + 1, lease = gen_random_uuid(), next_at = $4 + next.lease,
                              leased_until = clock_timestamp() + next.lease
              from next where errand.id = next.id
            returning errand.id, errand.kind, errand.lease, errand.traceparent""";

    private static final String ADD_ONCE = """
            insert into errand (id, kind, subject_kind, subject_id, content, state, due, next_at, attempts, repeating, created_at)
            values ($1, $2, 'service', $3, '{}', 'WAITING', $4, $4, 0, true, $4)
            on conflict (kind, subject_id) where repeating do nothing""";

    private static final String ADD_ONCE_IN = """
            insert into errand (id, kind, subject_kind, subject_id, correlation_id, content, state, due, next_at, attempts,
                                repeating, traceparent, created_at)
            values (?1, ?2, ?3, ?4, cast(nullif(?5, '') as uuid), ?6, 'WAITING', ?7, ?7, 0, true, nullif(?8, ''), ?9)
            on conflict (kind, subject_id) where repeating do nothing""";

    private final Pool pool;

    ErrandQueue(Pool pool) {
        this.pool = pool;
    }

    /** How many of a kind are wanted, and how long whoever takes them has them to itself. */
    record Wanted(String kind, int places, Duration lease) {}

    /** A job that was taken for one attempt. */
    record Claim(UUID id, String kind, UUID lease, String traceparent) {}

    Uni<List<Claim>> claim(List<Wanted> wanted, Instant now) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(
                        wanted.stream().map(Wanted::kind).toArray(String[]::new),
                        wanted.stream().map(Wanted::places).toArray(Integer[]::new),
                        wanted.stream().map(w -> w.lease().toMillis()).toArray(Long[]::new),
                        utc(now)))
                .map(ErrandQueue::claims);
    }

    /** What repeats for the whole service; there is one, however many replicas start. */
    Uni<Void> addOnce(String kind, Instant due) {
        return pool.preparedQuery(ADD_ONCE)
                .execute(Tuple.of(Ids.next(), kind, SERVICE, utc(due)))
                .replaceWithVoid();
    }

    Uni<Void> addOnce(Tx tx, ErrandRow row) {
        return tx.session()
                .createNativeQuery(ADD_ONCE_IN)
                .setParameter(1, row.id())
                .setParameter(2, row.kind)
                .setParameter(3, row.subjectKind)
                .setParameter(4, row.subjectId)
                .setParameter(5, row.correlationId == null ? "" : row.correlationId.toString())
                .setParameter(6, row.content)
                .setParameter(7, row.due)
                .setParameter(8, row.traceparent == null ? "" : row.traceparent)
                .setParameter(9, row.createdAt)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Locked until the commit; null if somebody else has taken it since, or it is done. */
    Uni<ErrandRow> held(Tx tx, Claim claim) {
        return tx.session()
                .createSelectionQuery("from ErrandRow where id = :id and lease = :lease", ErrandRow.class)
                .setParameter("id", claim.id())
                .setParameter("lease", claim.lease())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull();
    }

    private static List<Claim> claims(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Claim(row.getUUID(0), row.getString(1), row.getUUID(2), row.getString(3)))
                .toList();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
