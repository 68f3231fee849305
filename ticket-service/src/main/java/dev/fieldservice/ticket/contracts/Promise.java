package dev.fieldservice.ticket.contracts;

import dev.fieldservice.ticket.promises.Counted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How soon somebody comes, and how soon it works again, of requests of one priority. */
@Schema(name = "ContractPromise")
public record Promise(
        @NotNull Urgency priority,

        @NotNull @Min(1) @Max(527040) @Schema(description = "From the request until somebody sets out for it")
        Integer respondMinutes,

        @NotNull @Min(1) @Max(527040) @Schema(description = "From the request until all its work is closed")
        Integer resolveMinutes,

        @NotNull Counted counted) {

    /** The priorities of tickets, as contracts name them. */
    @Schema(name = "PromisedPriority")
    public enum Urgency {
        LOW,
        NORMAL,
        HIGH,
        URGENT
    }
}
