package dev.fieldservice.dispatch.calendar;

import dev.fieldservice.dispatch.orders.Occupancy;
import dev.fieldservice.dispatch.search.Criteria;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which part of the calendar. */
public class CalendarFilter {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    @RestQuery
    @NotNull
    @Parameter(
            description = "Appointments that end after this, by plan, as expected or really",
            example = "2026-03-02T00:00:00Z")
    OffsetDateTime from;

    @RestQuery
    @NotNull
    @Parameter(
            description =
                    "Appointments that begin before this, by plan, as expected or really; at most 31 days after from",
            example = "2026-03-09T00:00:00Z")
    OffsetDateTime to;

    @RestQuery
    @Parameter(description = "Of one technician; technicians see their own only")
    UUID technicianId;

    @RestQuery
    @Parameter(description = "Of anybody who is in this crew now")
    UUID crewId;

    @RestQuery
    @Parameter(description = "Sites inside this territory")
    UUID territoryId;

    Criteria criteria(Instant now) {
        requireRange();
        Criteria criteria = new Criteria();
        criteria.and("a.state not in ('CANCELLED', 'REJECTED')");
        criteria.and(Occupancy.SHOWN_SQL);
        criteria.with("from", instant(from));
        criteria.with("to", instant(to));
        criteria.with("now", now);
        criteria.with("soon", Occupancy.soon(now));
        criteria.and(
                "exists (select 1 from appointment_technician t where t.appointment_id = a.id and t.technician_id = :technician)",
                "technician",
                technicianId);
        criteria.and("""
                exists (select 1 from appointment_technician t join crew c on t.technician_id = any(c.member_ids)
                         where t.appointment_id = a.id and c.id = :crew)""", "crew", crewId);
        criteria.inTerritory(territoryId);
        return criteria;
    }

    private void requireRange() {
        requireDated("from", from);
        requireDated("to", to);
        if (!from.isBefore(to)) {
            throw Refusal.Invalid.field("to", "before-from", "to must be after from.")
                    .refused();
        }
        if (to.isAfter(from.plus(LONGEST))) {
            throw Refusal.Invalid.field("to", "too-long", "Ask for at most 31 days.")
                    .refused();
        }
    }

    /** Before anything is reckoned with it. */
    private static void requireDated(String name, OffsetDateTime time) {
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw Refusal.Invalid.field(
                            name, "too-far", "A year from %d to %d is expected.".formatted(FIRST_YEAR, LAST_YEAR))
                    .refused();
        }
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
