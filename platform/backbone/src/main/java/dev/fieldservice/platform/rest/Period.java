package dev.fieldservice.platform.rest;

import dev.fieldservice.platform.problems.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** A span of time by which documents are listed; take it as a {@code @BeanParam}. */
public class Period {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    @RestQuery
    @Parameter(description = "From this moment on", example = "2026-03-01T00:00:00Z")
    OffsetDateTime from;

    @RestQuery
    @Parameter(description = "Before this moment", example = "2026-04-01T00:00:00Z")
    OffsetDateTime to;

    @RestQuery
    @Parameter(description = "Changed since this moment", example = "2026-03-01T00:00:00Z")
    OffsetDateTime changedSince;

    /** @param column of SQL by whose time the document is listed */
    public Filters narrow(Filters filters, String column) {
        return filters.sql(column + " >= ?", from()).sql(column + " < ?", to()).sql("changed_at >= ?", changedSince());
    }

    /** Null if the caller did not give it; the same of the others. */
    public Instant from() {
        return moment("from", from);
    }

    public Instant to() {
        Instant end = moment("to", to);
        if (end != null && from != null && !from().isBefore(end)) {
            throw Refusal.Invalid.field("to", "before-from", "to must be after from.")
                    .refused();
        }
        return end;
    }

    public Instant changedSince() {
        return moment("changedSince", changedSince);
    }

    /** Null for null. Java takes years that no database holds: refused with 400. */
    public static Instant moment(String name, OffsetDateTime time) {
        if (time == null) {
            return null;
        }
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw Refusal.Invalid.field(
                            name, "too-far", "A year from %d to %d is expected.".formatted(FIRST_YEAR, LAST_YEAR))
                    .refused();
        }
        return time.toInstant();
    }
}
