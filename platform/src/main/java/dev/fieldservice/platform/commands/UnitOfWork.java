package dev.fieldservice.platform.commands;

import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.platform.health.Database;
import dev.fieldservice.platform.history.HistoryEntry;
import dev.fieldservice.platform.history.Step;
import dev.fieldservice.platform.outbox.Outbox;
import dev.fieldservice.platform.outbox.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.FlushMode;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The only way to change anything: state, history and outgoing events in one transaction, then the relay is woken. Changes
 * are written once, when the work is done: what the work asks the database is what was there before it.
 *
 * <p>Sessions are opened explicitly and passed down, not taken from the Vert.x context, so that several may run at once
 * on one event loop without sharing a transaction by accident.
 */
@ApplicationScoped
public class UnitOfWork {

    private final Mutiny.SessionFactory sessions;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final Database database;

    public UnitOfWork(Mutiny.SessionFactory sessions, Outbox outbox, OutboxRelay relay, Database database) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.relay = relay;
        this.database = database;
    }

    /** Runs {@code work} in a new transaction; a failure rolls everything back. Unavailable while the database is away. */
    public <T> Uni<T> run(By by, Function<Tx, Uni<T>> work) {
        return run(by, work, (tx, result) -> Uni.createFrom().item(result));
    }

    /**
     * The same, with a last step that runs in the transaction after all changes were flushed, so that it sees the
     * versions they got.
     */
    public <T, R> Uni<R> run(By by, Function<Tx, Uni<T>> work, java.util.function.BiFunction<Tx, T, Uni<R>> last) {
        return database.await(sessions.openSession()
                .invoke(session -> session.setFlushMode(FlushMode.MANUAL))
                .chain(session -> session.withTransaction(transaction -> {
                            Tx tx = new Tx(session, by);
                            return work.apply(tx).call(() -> store(tx)).chain(result -> last.apply(tx, result));
                        })
                        .eventually(session::close))
                .invoke(relay::wake));
    }

    /** Reads without a transaction of its own. */
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> query) {
        return database.await(sessions.openSession()
                .invoke(session -> session.setDefaultReadOnly(true))
                .chain(session -> query.apply(session).eventually(session::close)));
    }

    /** Changes are flushed first: an event must not be ordered before the lock that orders its aggregate. */
    private Uni<Void> store(Tx tx) {
        return tx.session().flush().chain(() -> {
            List<Object> rows = new ArrayList<>();
            for (Aggregate aggregate : tx.watched()) {
                for (Step step : aggregate.takeSteps()) {
                    rows.add(new HistoryEntry(Ids.next(), aggregate, step));
                }
                for (DomainEvent event : aggregate.takeEvents()) {
                    rows.add(outbox.row(event, tx.by()));
                }
            }
            return tx.session().persistAll(rows.toArray()).chain(tx.session()::flush);
        });
    }
}
