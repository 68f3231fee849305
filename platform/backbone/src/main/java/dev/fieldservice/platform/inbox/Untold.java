package dev.fieldservice.platform.inbox;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What was told in stretches that are to count as never told: after all databases were put back to a moment, what came to the topics
 * later tells of things that nobody has done any more.
 *
 * <p>A row of the outbox is committed before it is sent, and deleted after that. So what was sent up to the moment was committed
 * before it, and what was sent later and is not lost lies in the outbox again, and is sent again.
 */
@ApplicationScoped
public class Untold {

    /** Settings of events. */
    @ConfigMapping(prefix = "fieldservice.events")
    public interface Config {

        /** Whose messages take no effect, by when they came to their topics. */
        Optional<List<Stretch>> untold();
    }

    /**
     * As ISO 8601 has it: {@code 2026-11-29T10:00:00Z/2026-11-29T11:30:00Z}.
     *
     * @param after the moment to which the databases were put back: what came then still counts
     * @param until from when on everything counts again
     */
    public record Stretch(Instant after, Instant until) {

        public Stretch {
            if (!after.isBefore(until)) {
                throw new IllegalArgumentException(after + " is not before " + until);
            }
        }

        /** Asked by the reader of settings: one that cannot be read keeps the service from starting. */
        public static Stretch parse(CharSequence text) {
            String[] ends = text.toString().strip().split("/", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException("not a stretch, which is <instant>/<instant>: " + text);
            }
            try {
                return new Stretch(Instant.parse(ends[0]), Instant.parse(ends[1]));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("not a stretch, which is <instant>/<instant>: " + text, e);
            }
        }

        boolean holds(Instant told) {
            return told.isAfter(after) && told.isBefore(until);
        }
    }

    private final List<Stretch> stretches;

    Untold(Config config) {
        this.stretches = config.untold().orElse(List.of());
    }

    boolean holds(ConsumerRecord<?, ?> message) {
        return !stretches.isEmpty()
                && stretches.stream().anyMatch(stretch -> stretch.holds(Instant.ofEpochMilli(message.timestamp())));
    }
}
