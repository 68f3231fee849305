package dev.fieldservice.platform.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Identified;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.outbox.OutboxRow;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A message that could not take effect, kept whole until a person has dealt with it. */
@Entity
@Table(name = "parked_message")
public class ParkedMessage implements Identified {

    @Id
    UUID id;

    String topic;
    int partition;

    @Column(name = "\"offset\"")
    long offset;

    String key;
    String type;
    String headers;
    byte[] payload;
    String reason;
    Instant parkedAt;
    Instant replayedAt;
    String replayedBy;

    protected ParkedMessage() {}

    @Override
    public UUID id() {
        return id;
    }

    /**
     * Sends it once more on the topic it came from, under its own event id, so that it takes the ordinary way; services
     * where it had its effect already recognise the id.
     */
    OutboxRow replay(By by, ObjectMapper json) {
        if (replayedAt != null) {
            throw new Refusal.Conflict(
                            "already-replayed", "This message was replayed; if it failed again, it is parked anew.")
                    .refused();
        }
        replayedAt = by.at();
        replayedBy = by.caller().name();
        return new OutboxRow(eventId(json), topic, key, type, payload, headers, by.traceparent(), by.at());
    }

    private UUID eventId(ObjectMapper json) {
        try {
            return UUID.fromString(
                    String.valueOf(json.readValue(headers, Map.class).get("ce_id")));
        } catch (IOException | IllegalArgumentException none) {
            return Ids.next();
        }
    }
}
