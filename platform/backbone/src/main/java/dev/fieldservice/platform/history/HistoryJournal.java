package dev.fieldservice.platform.history;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.transactions.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Writes the steps of whatever changes into the history. */
@ApplicationScoped
class HistoryJournal implements Journal {

    @Override
    public Stream<Object> entries(Recorded changed, By by) {
        return changed.takeSteps().stream().map(step -> new HistoryEntry(Ids.next(), changed.subject(), step));
    }
}
