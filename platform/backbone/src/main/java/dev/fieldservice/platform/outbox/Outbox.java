package dev.fieldservice.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.platform.events.Wire;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns domain events into rows. The rows are stored by the unit of work only, with the change they tell of. */
@ApplicationScoped
public class Outbox {

    private final Wire wire;
    private final ObjectMapper json;

    public Outbox(Wire wire, ObjectMapper json) {
        this.wire = wire;
        this.json = json;
    }

    public OutboxRow row(DomainEvent event, By by) {
        Wire.Message message = wire.write(event);
        try {
            byte[] payload = json.writeValueAsBytes(message.payload());
            return new OutboxRow(
                    Ids.next(),
                    message.topic(),
                    message.key(),
                    message.type(),
                    payload,
                    null,
                    by.traceparent(),
                    by.at());
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("cannot write " + message.type(), defect);
        }
    }
}
