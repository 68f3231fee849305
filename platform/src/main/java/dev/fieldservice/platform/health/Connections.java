package dev.fieldservice.platform.health;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Lets go of connections whose other end is gone without a word. Without this the pool would keep each of them for ever,
 * until none is left and only a restart helps.
 */
@Singleton
public class Connections implements PgPoolCreator {

    /** The server breaks off any statement after 30 s (statement_timeout), so more silence than that is nobody. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(45);

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);

    @Override
    public Pool create(Input input) {
        for (PgConnectOptions options : input.pgConnectOptionsList()) {
            options.setConnectTimeout((int) LONGEST_CONNECT.toMillis());
            options.setReadIdleTimeout((int) LONGEST_SILENCE.toSeconds());
        }
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
