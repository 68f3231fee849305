package dev.fieldservice.platform.aggregates;

import dev.fieldservice.platform.events.DomainEvent;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An entity that tells what happens to it: events for other services and steps for the history. The transaction that
 * changes it stores both ({@code Tx.add}, {@code Tx.load}).
 *
 * <p>An entry that is recorded on an aggregate (a usage, a comment) extends this directly: it has no version of its own, is
 * written once, and its steps stand in the history of the aggregate it belongs to.
 */
@MappedSuperclass
public abstract class Recorded implements Identified {

    @Id
    protected UUID id;

    @Transient
    private final List<DomainEvent> events = new ArrayList<>();

    @Transient
    private final List<Step> steps = new ArrayList<>();

    @Override
    public UUID id() {
        return id;
    }

    /** In whose history the steps stand. */
    public abstract Subject subject();

    protected void raise(DomainEvent event) {
        events.add(event);
    }

    protected void add(Step step) {
        steps.add(step);
    }

    /** Notes something worth telling that is not a transition. */
    protected void note(String action, By by, Instant occurredAt, String detail) {
        add(new Step(action, null, null, by, occurredAt, detail));
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
