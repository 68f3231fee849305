package dev.fieldservice.platform.errands;

import dev.fieldservice.platform.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The job queue's length, as gauges by kind. They have no value (NaN) while the database does not answer. */
@ApplicationScoped
class ErrandGauges {

    /** A row comes even if nothing waits: no row would mean no answer. */
    private static final String STANDING = """
            select kind, count(*) filter (where state = 'WAITING'), count(*) filter (where state = 'GIVEN_UP'),
                   coalesce(extract(epoch from clock_timestamp() - min(due) filter (where state = 'WAITING')), 0)
              from errand group by kind
             union all select '', 0, 0, 0""";

    private static final Standing NOTHING = new Standing(0, 0, 0);
    private static final Standing UNKNOWN = new Standing(Double.NaN, Double.NaN, Double.NaN);

    private final ErrandKinds kinds;
    private final Database database;
    private final MeterRegistry metrics;
    private volatile Optional<Map<String, Standing>> standings = Optional.empty();

    ErrandGauges(ErrandKinds kinds, Database database, MeterRegistry metrics) {
        this.kinds = kinds;
        this.database = database;
        this.metrics = metrics;
    }

    private record Standing(double waiting, double givenUp, double overdueSeconds) {}

    void show(@Observes StartupEvent event) {
        for (String kind : kinds.all().keySet()) {
            gauge("waiting", "Errands whose time has not come, or that are under way", kind, Standing::waiting)
                    .register(metrics);
            gauge("given.up", "Errands that failed for good and wait for a person", kind, Standing::givenUp)
                    .register(metrics);
            gauge("overdue", "How long ago the oldest that waits was due", kind, Standing::overdueSeconds)
                    .baseUnit("seconds")
                    .register(metrics);
        }
    }

    private Gauge.Builder<?> gauge(String name, String words, String kind, ToDoubleFunction<Standing> figure) {
        return Gauge.builder("fieldservice.errands." + name, () -> figure.applyAsDouble(of(kind)))
                .description(words)
                .tag("kind", kind);
    }

    private Standing of(String kind) {
        return standings.map(known -> known.getOrDefault(kind, NOTHING)).orElse(UNKNOWN);
    }

    @Scheduled(every = "5s")
    Uni<Void> ask() {
        return database.ask(STANDING, ErrandGauges::read)
                .invoke(answer -> standings = answer)
                .replaceWithVoid();
    }

    private static Map<String, Standing> read(ResultSet row) throws SQLException {
        Map<String, Standing> all = new HashMap<>();
        do {
            var _ = all.put(
                    row.getString(1), new Standing(row.getDouble(2), row.getDouble(3), Math.max(0, row.getDouble(4))));
        } while (row.next());
        return all;
    }
}
