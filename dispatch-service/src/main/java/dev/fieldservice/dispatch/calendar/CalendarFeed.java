package dev.fieldservice.dispatch.calendar;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.util.UUID;

/** The subscription of a technician's calendar program. Has the id of the technician; of the secret in its address it knows the hash. */
@Entity
public class CalendarFeed extends Aggregate {

    /** Each has a secret of its own. */
    long generation;

    /** Null while there is none. */
    String tokenHash;

    /** The half of a new secret that may be kept with the answer; not stored here. */
    @Transient
    String half;

    protected CalendarFeed() {}

    /** A new secret; the address that was given before leads nowhere from now on. */
    void renew(FeedTokens tokens, By by) {
        generation++;
        half = tokens.half();
        tokenHash = FeedTokens.hash(tokens.whole(half));
        note("RENEW", by, by.at(), null);
    }

    void revoke(By by) {
        if (tokenHash == null) {
            throw none();
        }
        tokenHash = null;
        note("REVOKE", by, by.at(), null);
    }

    static Refused none() {
        return new Refusal.Conflict("no-calendar-feed", "There is no address that leads to this calendar.").refused();
    }

    @Override
    public String kind() {
        return "calendar-feed";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
