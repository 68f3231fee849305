package dev.fieldservice.platform.transactions;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.aggregates.Subject;
import dev.fieldservice.platform.problems.Refusal;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A running transaction. Whoever holds one can load and change aggregates and add to them; what
 * these raise and note is stored before the commit.
 *
 * <p>One session is one chain: never run two loads of one {@code Tx} at the same time.
 */
public final class Tx {

    private final Mutiny.Session session;
    private final By by;
    private final Set<Recorded> watched = new LinkedHashSet<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    Tx(Mutiny.Session session, By by) {
        this.session = session;
        this.by = by;
    }

    public By by() {
        return by;
    }

    public Mutiny.Session session() {
        return session;
    }

    /**
     * Loads an aggregate and locks its row until the commit, so that commands on one aggregate happen one after the
     * other and each decides on the state the one before it left.
     */
    public <A extends Aggregate> Uni<A> load(Class<A> type, UUID id) {
        return session.find(type, id, LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NotFound(words(type)).refused())
                .invoke(this::watch);
    }

    /** The same, but null if it does not exist: an event may come before what it speaks of. */
    public <A extends Aggregate> Uni<A> find(Class<A> type, UUID id) {
        return session.find(type, id, LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNotNull()
                .invoke(this::watch);
    }

    /** Adds something new: an aggregate, or an entry that is recorded on one. */
    public <R extends Recorded> Uni<R> add(R made) {
        watch(made);
        return session.persist(made).replaceWith(made);
    }

    /** Has the steps and events of what was loaded otherwise stored with this transaction. */
    public void watch(Recorded changed) {
        watched.add(changed);
    }

    /** Notes in somebody's history what is not a change of an entity, such as a mail that was sent. */
    public void note(Subject subject, String action, String detail) {
        watch(new Remark(subject, action, by, detail));
    }

    /** Has this run after the commit, and never if there is none. Cheap, never blocks. */
    public void afterCommit(Runnable hook) {
        afterCommit.add(hook);
    }

    Set<Recorded> watched() {
        return watched;
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    private static String words(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }

    private static final class Remark extends Recorded {

        private final Subject subject;

        Remark(Subject subject, String action, By by, String detail) {
            this.subject = subject;
            note(action, by, by.at(), detail);
        }

        @Override
        public Subject subject() {
            return subject;
        }
    }
}
