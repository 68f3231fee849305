package dev.fieldservice.platform.watches;

import dev.fieldservice.platform.transactions.UnitOfWork;
import dev.fieldservice.platform.watches.Waiting.Item;
import dev.fieldservice.platform.watches.Waiting.Share;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts what waits, all of it in one statement. */
@ApplicationScoped
class Watching {

    private static final String NOW = ":now";

    private final UnitOfWork unit;
    private final Clock clock;
    private final List<Watch> all;

    Watching(UnitOfWork unit, Clock clock, @All List<Watches> rooms) {
        this.unit = unit;
        this.clock = clock;
        this.all = rooms.stream().flatMap(room -> room.watches().stream()).toList();
    }

    /** Of those whose list one of the roles may read. */
    Uni<Waiting> waiting(Set<String> roles) {
        Instant now = clock.instant();
        List<Watch> seen = all.stream()
                .filter(watch -> watch.roles().stream().anyMatch(roles::contains))
                .toList();
        if (seen.isEmpty()) {
            return Uni.createFrom().item(new Waiting(now, List.of()));
        }
        String sql = seen.stream().flatMap(Watch::selects).collect(Collectors.joining("\nunion all\n"));
        return unit.read(session -> rows(session, sql, now))
                .map(rows -> new Waiting(
                        now, seen.stream().map(watch -> item(watch, rows)).toList()));
    }

    private static Uni<List<Tuple>> rows(Mutiny.Session session, String sql, Instant now) {
        Mutiny.SelectionQuery<Tuple> query = session.createNativeQuery(sql, Tuple.class);
        return (sql.contains(NOW) ? query.setParameter(NOW.substring(1), now) : query).getResultList();
    }

    private static Item item(Watch watch, List<Tuple> rows) {
        List<Tuple> own = rows.stream()
                .filter(row -> row.get("what", String.class).equals(watch.what()))
                .toList();
        Tuple whole = own.stream()
                .filter(row -> row.get("apart_by") == null)
                .findFirst()
                .orElseThrow();
        return new Item(
                watch.what(),
                whole.get("many", Long.class),
                oldest(whole),
                watch.list(),
                own.stream()
                        .filter(row -> row.get("apart_by") != null)
                        .map(row -> share(watch, row))
                        .toList());
    }

    /** Null where nothing waits. */
    private static Instant oldest(Tuple row) {
        OffsetDateTime oldest = row.get("oldest", OffsetDateTime.class);
        return oldest == null ? null : oldest.toInstant();
    }

    private static Share share(Watch watch, Tuple row) {
        String by = row.get("apart_by", String.class);
        String id = row.get("id", String.class);
        return new Share(
                by, id, row.get("name", String.class), row.get("many", Long.class), oldest(row), watch.listOf(by, id));
    }
}
