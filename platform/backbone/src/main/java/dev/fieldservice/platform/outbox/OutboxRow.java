package dev.fieldservice.platform.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the outbox: a message that is committed and on its way. The relay deletes it once the broker has acknowledged it.
 *
 * <p>{@code seq}, which gives the order, is the database's own and not mapped.
 */
@Entity
@Table(name = "outbox")
public class OutboxRow {

    /** The CloudEvents id. */
    @Id
    UUID id;

    @Column(name = "aggregatetype")
    String topic;

    @Column(name = "aggregateid")
    String key;

    String type;
    byte[] payload;

    /** Further headers as a JSON object, or null. */
    String headers;

    String traceparent;
    Instant createdAt;

    protected OutboxRow() {}

    public OutboxRow(
            UUID id,
            String topic,
            String key,
            String type,
            byte[] payload,
            String headers,
            String traceparent,
            Instant createdAt) {
        this.id = id;
        this.topic = topic;
        this.key = key;
        this.type = type;
        this.payload = payload;
        this.headers = headers;
        this.traceparent = traceparent;
        this.createdAt = createdAt;
    }
}
