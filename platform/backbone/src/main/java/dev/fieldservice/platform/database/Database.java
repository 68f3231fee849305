package dev.fieldservice.platform.database;

import dev.fieldservice.platform.health.Question;
import dev.fieldservice.platform.problems.Refusal;
import io.agroal.api.AgroalDataSource;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * Health checks of the database: whether it answers. It is asked beside the pool that requests use: when that pool is
 * exhausted the database is busy, not away, and who confuses the two takes a service out just when it has most to do.
 */
@ApplicationScoped
public class Database {

    private static final Duration LONGEST_ANSWER = Duration.ofMillis(1_500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AgroalDataSource connections;
    private final Uni<Boolean> answer;

    public Database(AgroalDataSource connections) {
        this.connections = connections;
        this.answer = Question.shared(
                () -> ask("select true", row -> row.getBoolean(1)).map(Optional::isPresent));
    }

    /** Reads the one row of an answer. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Known within 1.5 s. Whoever asks at the same time shares one question. */
    public Uni<Boolean> answers() {
        return answer;
    }

    /** A question with one row as its answer; empty if there is none within 1.5 s. */
    public <T> Uni<Optional<T>> ask(String sql, Reader<T> reader) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> Optional.of(read(sql, reader))))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .recoverWithItem(Optional.empty())
                .ifNoItem()
                .after(LONGEST_ANSWER)
                .recoverWithItem(Optional.empty());
    }

    /**
     * Waits for what the database is busy with, and fails as unavailable, within 4 s, once it answers nobody any more.
     *
     * <p>The work itself is never broken off: whether it was committed cannot be known then, and the idempotency key or the
     * inbox makes a repeat harmless.
     */
    public <T> Uni<T> await(Uni<T> work) {
        return patiently(work.memoize().indefinitely(), Vertx.currentContext());
    }

    private <T> Uni<T> patiently(Uni<T> running, Context here) {
        return running.ifNoItem()
                .after(PATIENCE)
                .recoverWithUni(() -> answersHere(here).chain(isBusy -> {
                    if (isBusy) {
                        return patiently(running, here);
                    }
                    throw new Refusal.Unavailable("The database does not answer. Repeat with the same key.").refused();
                }));
    }

    /**
     * Where the work ends, too: whoever begins to wait on one thread while its item comes on another may be handed the item before
     * they are known to wait.
     */
    private Uni<Boolean> answersHere(Context here) {
        return here == null ? answers() : answers().emitOn(next -> here.runOnContext(now -> next.run()));
    }

    /** Its own time limit, or a server that hangs would keep this thread. */
    private <T> T read(String sql, Reader<T> reader) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, (int) LONGEST_ANSWER.toMillis());
            try (ResultSet rows = statement.executeQuery(sql)) {
                if (!rows.next()) {
                    throw new SQLException("no row");
                }
                return reader.read(rows);
            } finally {
                connection.setNetworkTimeout(Runnable::run, 0);
            }
        }
    }
}
