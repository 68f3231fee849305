package dev.fieldservice.billing.returns;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.aggregates.By;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A closed job that was sent back to those who did it, until it is closed again. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SentBack", description = "It is with those who did the job, until it is closed again")
public record SentBack(
        @Schema(description = "How often the job was sent back: 1 the first time")
        int number,

        JobShortcoming shortcoming,
        String reason,
        UUID by,
        String name,
        Instant at,

        @Schema(
                nullable = true,
                description =
                        "When it was taken back. It is with those who did it until the job is closed as it was, or, where"
                                + " they had begun, put right")
        Instant withdrawnAt) {

    public static SentBack of(int number, SendJobBack what, By by) {
        return new SentBack(
                number, what.shortcoming(), what.reason(), by.id(), by.caller().name(), by.at(), null);
    }

    public SentBack withdrawn(By by) {
        return new SentBack(number, shortcoming, reason, this.by, name, at, by.at());
    }

    public boolean wasWithdrawn() {
        return withdrawnAt != null;
    }
}
