package dev.fieldservice.ticket.locations;

import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.ticket.company.PublicHolidays;
import dev.fieldservice.ticket.externalids.ExternalId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** What another system knows of a site. */
public record ServiceLocationUpsert(
        @Valid @NotNull ExternalId externalId,
        @Valid @NotNull ServiceLocationDetails location) {

    void require(PublicHolidays holidays) {
        var _ = Refused.within("/location", () -> {
            location.require(holidays);
            return location;
        });
    }
}
