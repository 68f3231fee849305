package dev.fieldservice.dispatch.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.ContactRef;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.LocationRef;
import dev.fieldservice.dispatch.worktypes.ServiceType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** All that was said about the job when the ticket was opened; it travels whole to the technician. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobCard(
        ServiceType serviceType,
        Priority priority,
        String summary,
        String instructions,
        CustomerRef customer,
        ContactRef contact,
        LocationRef location,
        AssetRef asset,
        Instant resolveBy) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Where the work is done, so is its clock. */
    public ZoneId zone() {
        return ZoneId.of(location.timeZone());
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone())) + " " + zone();
    }

    String times(Window window) {
        return TIME.format(window.start().atZone(zone())) + " to " + time(window.end());
    }
}
