package dev.fieldservice.inventory;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A compressor that was replaced on a job: which came out and which went in.
 *
 * @param removedPart null if what came out is of the same part
 */
record SerialUsage(Usage usage, String installed, String removed, UUID removedPart) {

    SerialUsage reversed() {
        return new SerialUsage(usage.reversed(), installed, removed, removedPart);
    }

    void happens() {
        happens(usage.payload());
    }

    void happensAt(Instant at) {
        Map<String, Object> payload = usage.payload();
        payload.put("occurredAt", at.toString());
        happens(payload);
    }

    private void happens(Map<String, Object> payload) {
        payload.put("quantity", Map.of("amount", usage.kilograms(), "unit", "EA"));
        if (installed != null) {
            payload.put("installedSerial", installed);
        }
        if (removed != null) {
            payload.put("removedSerial", removed);
        }
        if (removedPart != null) {
            payload.put("removedPartId", removedPart);
        }
        if (usage.reversalOf() != null) {
            payload.put("occurredAt", "2026-03-02T10:05:00Z");
        }
        Events.publish(Topics.PARTS_CONSUMED, usage.order(), payload);
    }
}
