package dev.fieldservice.platform.errands;

import java.time.Instant;

/** What follows after a job was carried out. */
public sealed interface Next {

    /** Nothing: it is deleted. */
    record Done() implements Next {}

    /** The same once more. */
    record Again(Instant due) implements Next {}

    static Next done() {
        return new Done();
    }

    static Next again(Instant due) {
        return new Again(due);
    }
}
