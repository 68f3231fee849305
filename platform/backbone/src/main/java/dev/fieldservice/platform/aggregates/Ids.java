package dev.fieldservice.platform.aggregates;

import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** New identifiers: UUID version 7 (RFC 9562), which sort by the time they were made. */
public final class Ids {

    private static final int BITS_AFTER_THE_TIME = 16;

    private Ids() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** None that is made from this moment on sorts before it. */
    public static UUID from(Instant moment) {
        return new UUID(moment.toEpochMilli() << BITS_AFTER_THE_TIME, 0);
    }
}
