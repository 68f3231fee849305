package dev.fieldservice.platform.aggregates;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What commands act on: the unit of consistency, locked and versioned as a whole. A command method checks, changes, and
 * leaves behind what happened.
 */
@MappedSuperclass
public abstract class Aggregate extends Recorded {

    @Version
    protected long version;

    /** Grows with every change that is committed; the entity tag of the API. */
    public long version() {
        return version;
    }

    /** What people call this kind of thing; the subject type in the history. */
    public abstract String kind();

    /** Ties the histories of all services together; null where there is nothing to tie to. */
    public abstract UUID correlationId();

    @Override
    public final Subject subject() {
        return new Subject(kind(), id, correlationId());
    }

    /**
     * Those of its lifecycle's words that are commands now, by more than its state; the same for whoever reads it and for whoever
     * is refused.
     */
    protected List<String> offered(List<String> words) {
        return words;
    }

    /** Moves through the table and notes it; returns the new state. */
    protected <S extends Enum<S>, C extends Enum<C>> S move(
            Lifecycle<S, C> lifecycle, S from, C command, By by, Instant occurredAt, String reason) {
        S to = lifecycle.next(from, command, this::offered);
        add(new Step(command.name(), from.name(), to.name(), by, occurredAt, reason));
        return to;
    }
}
