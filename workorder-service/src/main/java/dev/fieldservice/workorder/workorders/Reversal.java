package dev.fieldservice.workorder.workorders;

import dev.fieldservice.platform.aggregates.By;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By whom, when and why an entry was taken back. */
@Schema(name = "Reversal", description = "By whom, when and why an entry was taken back")
public record Reversal(UUID by, String name, String reason, Instant at) {

    public static Reversal of(String reason, By by) {
        return new Reversal(by.id(), by.caller().name(), reason, by.at());
    }
}
