package dev.fieldservice.ticket.attachments;

import dev.fieldservice.platform.aggregates.By;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By whom, when and why an attachment was withdrawn. */
@Schema(name = "AttachmentWithdrawal", description = "By whom, when and why an attachment was withdrawn")
public record Withdrawal(UUID by, String name, String reason, Instant at) {

    static Withdrawal of(String reason, By by) {
        return new Withdrawal(by.id(), by.caller().name(), reason, by.at());
    }
}
