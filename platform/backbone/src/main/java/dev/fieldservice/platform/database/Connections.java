package dev.fieldservice.platform.database;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Detects and closes dead database connections, whose other end is gone without a word. Without this the pool would keep each
 * of them until the operating system gives up, a quarter of an hour later; once all are of that kind, nothing works.
 *
 * <p>Silence is counted from the last answer, so the rest between two requests is part of it. A connection that rested for
 * long is therefore closed by the pool, which knows that nobody uses it: what is silent for still longer waits for an answer.
 */
@Singleton
public class Connections implements PgPoolCreator {

    private static final Logger LOG = Logger.getLogger(Connections.class);

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    /** The server breaks off any statement after as long at the latest (statement_timeout). */
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(30);

    /** For the pool, which looks once a second who rests, and for the way there and back. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final Duration LONGEST_SILENCE =
            LONGEST_REST.plus(LONGEST_STATEMENT).plus(MARGIN);

    @Override
    public Pool create(Input input) {
        return create(input.vertx(), input.poolOptions(), input.pgConnectOptionsList(), LONGEST_REST, LONGEST_SILENCE);
    }

    static Pool create(
            Vertx vertx,
            PoolOptions pool,
            List<PgConnectOptions> servers,
            Duration longestRest,
            Duration longestSilence) {
        servers.forEach(server -> server.setConnectTimeout((int) LONGEST_CONNECT.toMillis()));
        pool.setIdleTimeout((int) longestRest.toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .with(pool)
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
                .withConnectHandler(connection -> bound(connection, longestSilence))
                .using(vertx)
                .build();
    }

    private static void bound(SqlConnection connection, Duration longestSilence) {
        var client = (SocketConnectionBase)
                ((SqlConnectionInternal) connection).unwrap().unwrap();
        client.socket().channelHandlerContext().pipeline().addFirst(new HangsUp(longestSilence));
        connection.close().onFailure(gone -> LOG.debug("a connection that has just been made is gone", gone));
    }

    /**
     * The client's own time limit (readIdleTimeout) says goodbye and waits for the server to hang up, which one that is gone
     * does not do.
     */
    private static final class HangsUp extends IdleStateHandler {

        HangsUp(Duration longestSilence) {
            super(longestSilence.toMillis(), 0, 0, TimeUnit.MILLISECONDS);
        }

        @Override
        protected void channelIdle(ChannelHandlerContext connection, IdleStateEvent silence) {
            connection.close();
        }
    }
}
