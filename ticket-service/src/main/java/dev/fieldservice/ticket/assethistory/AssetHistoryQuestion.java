package dev.fieldservice.ticket.assethistory;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.rest.Period;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What of a machine's life is wanted; take it as a {@code @BeanParam}. */
public class AssetHistoryQuestion {

    @RestQuery
    @Parameter(description = "Of this kind only")
    AssetHistoryEntry.Kind kind;

    @RestQuery
    @Parameter(description = "From this moment on", example = "2026-01-01T00:00:00Z")
    OffsetDateTime from;

    @RestQuery
    @Parameter(description = "Before this moment", example = "2027-01-01T00:00:00Z")
    OffsetDateTime to;

    @RestQuery
    @Parameter(description = "With the lives of what is a part of it now")
    Boolean withParts;

    /** Null if the caller did not give it; the same of the other. */
    Instant from() {
        return Period.moment("from", from);
    }

    Instant to() {
        return Period.moment("to", to);
    }

    /** Refused with 400 where the end is not after the beginning, or either is too far. */
    void require() {
        Instant begins = from();
        Instant ends = to();
        if (begins != null && ends != null && !begins.isBefore(ends)) {
            throw Refusal.Invalid.field("to", "before-from", "to must be after from.")
                    .refused();
        }
    }
}
