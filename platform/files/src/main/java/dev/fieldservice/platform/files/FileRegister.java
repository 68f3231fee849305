package dev.fieldservice.platform.files;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.database.Database;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of files: what is in the store, and who refers to it. */
@Singleton
class FileRegister {

    private final Pool pool;
    private final Database database;
    private final UnitOfWork unit;
    private final Clock clock;

    FileRegister(Pool pool, Database database, UnitOfWork unit, Clock clock) {
        this.pool = pool;
        this.database = database;
        this.unit = unit;
        this.clock = clock;
    }

    /** A row of the table. */
    record Entry(ObjectName name, long size, boolean isStored) {

        String sha256() {
            return name.sha256();
        }

        private static Entry stored(Object... row) {
            return new Entry(new ObjectName((String) row[0], (UUID) row[1]), (Long) row[2], true);
        }

        private static Entry of(Row row) {
            return new Entry(
                    new ObjectName(row.getString("sha256"), row.getUUID("id")),
                    row.getLong("size"),
                    row.getOffsetDateTime("stored_at") != null);
        }
    }

    /** Before a file is put into the store. The time in which somebody has to refer to it starts anew. */
    Uni<Entry> announce(StoredFile file) {
        return query("""
                insert into stored_file (id, sha256, size, unclaimed_since) values ($1, $2, $3, $4)
                on conflict (sha256) where swept_at is null do update set unclaimed_since =
                    case when stored_file.unclaimed_since is null then null else excluded.unclaimed_since end
                returning *""", Tuple.of(Ids.next(), file.sha256(), file.size(), utc(clock.instant())))
                .map(rows -> Entry.of(rows.iterator().next()));
    }

    /** After it was put there. False if it was swept meanwhile. */
    Uni<Boolean> stored(ObjectName name) {
        return query(
                        "update stored_file set stored_at = coalesce(stored_at, $2) where id = $1 and swept_at is null",
                        Tuple.of(name.id(), utc(clock.instant())))
                .map(updated -> updated.rowCount() == 1);
    }

    /** Empty if there is none of this content, or none yet. */
    Uni<Optional<Entry>> find(String sha256) {
        return query(
                        "select * from stored_file where sha256 = $1 and swept_at is null and stored_at is not null",
                        Tuple.of(sha256))
                .map(rows -> entries(rows).stream().findFirst());
    }

    /** Those of them that there are, asked for in one go, and as one of the caller's requests to the database. */
    Uni<List<Entry>> find(Collection<String> sha256s) {
        return unit.read(session -> session.createNativeQuery("""
                        select sha256, id, size from stored_file
                         where sha256 in (:hashes) and swept_at is null and stored_at is not null""", Object[].class)
                        .setParameter("hashes", sha256s)
                        .getResultList())
                .map(rows -> rows.stream().map(Entry::stored).toList());
    }

    /** False if there is none. Who sweeps at the same time waits for this row, and leaves it, or was first. */
    Uni<Boolean> claim(Tx tx, String sha256, UUID owner) {
        return tx.session()
                .createNativeQuery("""
                        with file as (update stored_file set unclaimed_since = null
                                       where sha256 = ?1 and swept_at is null and stored_at is not null returning id)
                        insert into file_claim (file_id, owner) select id, ?2 from file
                        on conflict (owner, file_id) do update set owner = excluded.owner""")
                .setParameter(1, sha256)
                .setParameter(2, owner)
                .executeUpdate()
                .map(claimed -> claimed == 1);
    }

    /** The rows are locked first: of two who release the same file, the second has to see that it is the last. */
    Uni<Void> release(Tx tx, UUID owner) {
        return tx.session()
                .createNativeQuery("""
                        select f.id from stored_file f join file_claim c on c.file_id = f.id
                         where c.owner = ?1 order by f.id for update of f""", UUID.class)
                .setParameter(1, owner)
                .getResultList()
                .chain(locked -> tx.session()
                        .createNativeQuery("""
                                with gone as (delete from file_claim where owner = ?1 returning file_id)
                                update stored_file f set unclaimed_since = ?2
                                 where f.id in (select file_id from gone)
                                   and not exists (select from file_claim c where c.file_id = f.id and c.owner <> ?1)""")
                        .setParameter(1, owner)
                        .setParameter(2, tx.by().at())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Takes files out of use to which nobody has referred since then, and tells of all that are to be deleted. */
    Uni<List<Entry>> sweep(Instant before, int most) {
        return query("""
                update stored_file set swept_at = $2 where id in (
                    select id from stored_file f
                     where swept_at is null and unclaimed_since < $1
                       and not exists (select from file_claim c where c.file_id = f.id)
                     order by unclaimed_since limit $3 for update skip locked)""", Tuple.of(utc(before), utc(clock.instant()), most))
                .chain(() -> query(
                        "select * from stored_file where swept_at is not null order by swept_at, id limit $1",
                        Tuple.of(most)))
                .map(FileRegister::entries);
    }

    /** After the file was deleted from the store. */
    Uni<Void> forget(ObjectName name) {
        return query("delete from stored_file where id = $1 and swept_at is not null", Tuple.of(name.id()))
                .replaceWithVoid();
    }

    private Uni<RowSet<Row>> query(String sql, Tuple values) {
        return database.await(pool.preparedQuery(sql).execute(values));
    }

    private static List<Entry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Entry::of).toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
