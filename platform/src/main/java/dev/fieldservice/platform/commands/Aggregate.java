package dev.fieldservice.platform.commands;

import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.platform.history.Step;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What commands act on: the unit of consistency, locked and versioned as a whole.
 *
 * <p>A command method checks, changes, and leaves behind what happened: steps for the history and events for others.
 * The unit of work stores both in the transaction of the change.
 */
@MappedSuperclass
public abstract class Aggregate {

    @Id
    protected UUID id;

    @Version
    protected long version;

    @Transient
    private final List<DomainEvent> events = new ArrayList<>();

    @Transient
    private final List<Step> steps = new ArrayList<>();

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    /** What people call this kind of thing; the subject type in the history. */
    public abstract String kind();

    /** Ties the histories of all services together; null where there is nothing to tie to. */
    public abstract UUID correlationId();

    protected void raise(DomainEvent event) {
        events.add(event);
    }

    /** Moves through the table and notes it; returns the new state. */
    protected <S extends Enum<S>, C extends Enum<C>> S move(
            Lifecycle<S, C> lifecycle, S from, C command, By by, Instant occurredAt, String reason) {
        S to = lifecycle.next(from, command);
        steps.add(new Step(command.name(), from.name(), to.name(), by, occurredAt, reason));
        return to;
    }

    /** Notes something worth telling that is not a transition. */
    protected void note(String action, By by, Instant occurredAt, String detail) {
        steps.add(new Step(action, null, null, by, occurredAt, detail));
    }

    /** What happened since the last call; empties the list. */
    public List<DomainEvent> takeEvents() {
        List<DomainEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** The steps since the last call; empties the list. */
    public List<Step> takeSteps() {
        List<Step> taken = List.copyOf(steps);
        steps.clear();
        return taken;
    }
}
