package dev.fieldservice.platform.housekeeping;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Forgets what no longer protects anything. */
@ApplicationScoped
public class Housekeeping {

    /** How long what was seen is remembered. */
    @ConfigMapping(prefix = "fieldservice.keep")
    public interface Config {

        /** Answers by idempotency key; longer than any phone stays without network. */
        @WithDefault("P30D")
        Duration idempotencyKeys();

        /** Ids of events that took effect; longer than the topics' retention. */
        @WithDefault("P60D")
        Duration inbox();
    }

    private final Pool pool;
    private final Clock clock;
    private final Config config;

    public Housekeeping(Pool pool, Clock clock, Config config) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> forget() {
        return forget("delete from idempotency where created_at < $1", config.idempotencyKeys())
                .chain(() -> forget("delete from inbox where received_at < $1", config.inbox()));
    }

    private Uni<Void> forget(String sql, Duration age) {
        OffsetDateTime before = clock.instant().minus(age).atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(sql).execute(Tuple.of(before)).replaceWithVoid();
    }
}
