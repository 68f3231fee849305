package dev.fieldservice.platform.outbox;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.transactions.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Writes the events of whatever changes into the outbox, and wakes the relay when they are committed. */
@ApplicationScoped
class OutboxJournal implements Journal {

    private final Outbox outbox;
    private final OutboxRelay relay;

    OutboxJournal(Outbox outbox, OutboxRelay relay) {
        this.outbox = outbox;
        this.relay = relay;
    }

    @Override
    public Stream<Object> entries(Recorded changed, By by) {
        return changed.takeEvents().stream().flatMap(event -> outbox.rows(event, by).stream());
    }

    @Override
    public void committed() {
        relay.wake();
    }
}
