package dev.fieldservice.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.events.DomainEvent;
import dev.fieldservice.platform.events.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Serializes domain events into rows of the outbox. The rows are stored by the unit of work only, with the change they tell of. */
@ApplicationScoped
public class Outbox {

    private final Wire wire;
    private final ObjectMapper json;

    public Outbox(Wire wire, ObjectMapper json) {
        this.wire = wire;
        this.json = json;
    }

    /**
     * One row for each version in which the event travels, the highest first: a consumer takes the first one that it has a
     * handler for, and recognises the event in those that follow.
     */
    public List<OutboxRow> rows(DomainEvent event, By by) {
        Wire.Message message = wire.write(event);
        UUID first = Ids.next();
        List<OutboxRow> rows = new ArrayList<>();
        message.payloads().reversed().forEach((version, payload) -> {
            UUID id = rows.isEmpty() ? first : Ids.next();
            rows.add(new OutboxRow(
                    id,
                    message.topic(),
                    message.key(),
                    Wire.Message.type(message.topic(), version),
                    bytes(payload),
                    headers(message, first, id),
                    by.traceparent(),
                    by.at()));
        });
        return rows;
    }

    /** Null, as in most rows, if there is one version. */
    private String headers(Wire.Message message, UUID first, UUID id) {
        if (message.payloads().size() == 1) {
            return null;
        }
        Map<String, String> headers = id.equals(first)
                ? Map.of(Wire.VERSIONS, message.versions())
                : Map.of(Wire.VERSIONS, message.versions(), Wire.SAME_AS, first.toString());
        return new String(bytes(headers), StandardCharsets.UTF_8);
    }

    private byte[] bytes(Object any) {
        try {
            return json.writeValueAsBytes(any);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("cannot write " + any.getClass().getName(), defect);
        }
    }
}
