package dev.fieldservice.platform.transactions;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.database.Database;
import dev.fieldservice.platform.database.Faults;
import dev.fieldservice.platform.database.Shares;
import dev.fieldservice.platform.problems.Refusal;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.FlushMode;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The only way to change anything: state and journals (history, outgoing events) in one transaction. Changes are written
 * once, when the work is done: what the work asks the database is what was there before it.
 *
 * <p>Sessions are opened explicitly and passed down, not taken from the Vert.x context, so that several may run at once
 * on one event loop without sharing a transaction by accident.
 */
@ApplicationScoped
public class UnitOfWork {

    private final Mutiny.SessionFactory sessions;
    private final List<Journal> journals;
    private final Database database;
    private final Shares shares;

    public UnitOfWork(Mutiny.SessionFactory sessions, @All List<Journal> journals, Database database, Shares shares) {
        this.sessions = sessions;
        this.journals = journals;
        this.database = database;
        this.shares = shares;
    }

    /** Runs {@code work} in a new transaction; a failure rolls everything back. Unavailable while the database is away. */
    public <T> Uni<T> run(By by, Function<Tx, Uni<T>> work) {
        return run(by, work, (tx, result) -> Uni.createFrom().item(result));
    }

    /**
     * The same, with a last step that runs in the transaction after all changes were flushed, so that it sees the
     * versions they got.
     */
    public <T, R> Uni<R> run(By by, Function<Tx, Uni<T>> work, BiFunction<Tx, T, Uni<R>> last) {
        return database.await(
                shares.within(() -> inTransaction(by, work, last)).invoke(() -> journals.forEach(Journal::committed)));
    }

    private <T, R> Uni<R> inTransaction(By by, Function<Tx, Uni<T>> work, BiFunction<Tx, T, Uni<R>> last) {
        return sessions.openSession()
                .invoke(session -> session.setFlushMode(FlushMode.MANUAL))
                .chain(session -> {
                    Tx tx = new Tx(session, by);
                    return session.withTransaction(transaction ->
                                    work.apply(tx).call(() -> store(tx)).chain(result -> last.apply(tx, result)))
                            .eventually(session::close)
                            .invoke(tx::committed);
                });
    }

    /**
     * Reads without a transaction of its own. Unavailable if the database breaks a statement off because it takes too long, and where
     * whoever asked has left before its turn: a command that reads before it begins does not begin then.
     */
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> query) {
        return database.await(shares.whileWanted(() -> inSession(query)))
                .onFailure(Faults::isStatementTimeout)
                .transform(slow -> new Refusal.Unavailable("The answer takes too long to find. Ask for less, or later.")
                        .refused());
    }

    /** Nothing is ever flushed: otherwise each query would look through all that was read before for what has changed. */
    private <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> query) {
        return sessions.openSession()
                .invoke(session -> session.setDefaultReadOnly(true).setFlushMode(FlushMode.MANUAL))
                .chain(session -> query.apply(session).eventually(session::close));
    }

    /**
     * Changes are flushed first: an event must not be ordered before the lock that orders its aggregate. Journal by journal,
     * so that the rows of each go in one batch.
     */
    private Uni<Void> store(Tx tx) {
        return tx.session().flush().chain(() -> {
            List<Object> entries = new ArrayList<>();
            for (Journal journal : journals) {
                tx.watched()
                        .forEach(changed -> journal.entries(changed, tx.by()).forEach(entries::add));
            }
            return tx.session().persistAll(entries.toArray()).chain(tx.session()::flush);
        });
    }
}
