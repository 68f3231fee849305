package dev.fieldservice.billing.backlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.contracts.Money;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much waits for whom. */
@Schema(name = "BillingBacklogSums")
public record BacklogSums(
        @Schema(description = "One for each kind, owner and currency; the oldest first")
        List<Group> groups) {

    /** What waits for one owner, of one kind and in one currency. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BillingBacklogGroup")
    public record Group(
            BacklogKind kind,

            @Schema(nullable = true, description = "Absent where nobody sees to them")
            Owner owner,

            long count,

            @Schema(description = "How many of them wait for longer than they should")
            long stale,

            @Schema(description = "Since when the oldest waits")
            Instant oldest,

            @Schema(nullable = true, description = "Absent for jobs that are not billed")
            Money sum) {}
}
