package dev.fieldservice.platform.transactions;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Recorded;
import java.util.stream.Stream;

/** What is stored beside a change, in its transaction: the history is one journal, the outbox another. */
public interface Journal {

    /** Entities to persist for what happened to this one; takes it off, so that it is stored once. */
    Stream<Object> entries(Recorded changed, By by);

    /** Told after every commit. Cheap, never blocks. */
    default void committed() {}
}
