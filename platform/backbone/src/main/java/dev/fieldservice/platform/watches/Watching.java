package dev.fieldservice.platform.watches;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.transactions.UnitOfWork;
import dev.fieldservice.platform.watches.Waiting.Item;
import dev.fieldservice.platform.watches.Waiting.Share;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts what waits, all of it in one statement. */
@ApplicationScoped
class Watching {

    /** The id of a step is drawn after the time it is recorded with, unless the server's clock is put back between the two. */
    private static final Duration CLOCK_PUT_BACK = Duration.ofMinutes(1);

    private final UnitOfWork unit;
    private final List<Watch> all;

    Watching(UnitOfWork unit, @All List<Watches> rooms) {
        this.unit = unit;
        this.all = rooms.stream().flatMap(room -> room.watches().stream()).toList();
    }

    /** Of those whose list one of the roles may read. @param then as of which moment, of those of which that can be told */
    Uni<Waiting> waiting(Set<String> roles, Optional<Instant> then, Instant now) {
        List<Watch> seen = all.stream()
                .filter(watch -> watch.roles().stream().anyMatch(roles::contains))
                .toList();
        if (seen.isEmpty()) {
            return Uni.createFrom().item(new Waiting(now, List.of()));
        }
        String sql = seen.stream()
                .flatMap(watch -> selects(watch, then.isPresent()))
                .collect(Collectors.joining("\nunion all\n"));
        return unit.read(session -> rows(session, sql, then, now))
                .map(rows -> new Waiting(
                        now,
                        seen.stream()
                                .map(watch -> item(
                                        watch,
                                        watch.kept().flatMap(kept -> then).orElse(now),
                                        rows))
                                .toList()));
    }

    private static Stream<String> selects(Watch watch, boolean then) {
        return watch.kept()
                .filter(kept -> then)
                .map(kept -> Stream.of(watch.selectThen(kept)))
                .orElseGet(watch::selects);
    }

    private static Uni<List<Tuple>> rows(Mutiny.Session session, String sql, Optional<Instant> then, Instant now) {
        Mutiny.SelectionQuery<Tuple> query = session.createNativeQuery(sql, Tuple.class);
        if (sql.contains(":now")) {
            query.setParameter("now", now);
        }
        if (sql.contains(":then")) {
            query.setParameter("then", then.orElseThrow());
            query.setParameter("from", Ids.from(then.orElseThrow().minus(CLOCK_PUT_BACK)));
        }
        return query.getResultList();
    }

    private static Item item(Watch watch, Instant asOf, List<Tuple> rows) {
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
                asOf,
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
