package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.aggregates.By;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By whom, when and why something was taken out of force. */
@Schema(name = "Withdrawal", description = "By whom, when and why it was taken out of force")
public record Withdrawal(UUID by, String name, String reason, Instant at) {

    public static Withdrawal of(String reason, By by) {
        return new Withdrawal(by.id(), by.caller().name(), reason, by.at());
    }
}
