package dev.fieldservice.ticket.locations;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.contracts.Text;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.ticket.company.CalendarDetails;
import dev.fieldservice.ticket.company.PublicHolidays;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the back office enters about a site. */
public record ServiceLocationDetails(
        @NotNull UUID customerId,

        @NotBlank @Size(max = 200) @Pattern(regexp = Text.LINE) @Schema(examples = "Magazin Cotroceni")
        String name,

        @NotNull @Valid Address address,

        @Valid
        @Schema(
                nullable = true,
                description =
                        "Absent where nobody knows it yet: the site is listed with located=false until somebody does")
        GeoPoint position,

        @NotBlank @Size(max = 64) @Schema(description = "IANA time zone of the site", examples = "Europe/Bucharest")
        String timeZone,

        @Size(min = 1, max = 2000) @Pattern(regexp = Text.LINES) @Schema(description = "How to get in", nullable = true)
        String accessNotes,

        @Valid
        @Schema(
                nullable = true,
                description =
                        "When one may work there, in the time zone of the site: what is promised in working hours counts by it;"
                                + " by the company's calendar if absent")
        CalendarDetails calendar) {

    /** Refused with 400 if the zone or the calendar makes no sense. */
    void require(PublicHolidays holidays) {
        requireKnownTimeZone();
        if (calendar != null) {
            calendar.require(holidays, "/calendar");
        }
    }

    /** Refused with 400 if the zone is not one of the IANA time zone database. */
    public void requireKnownTimeZone() {
        try {
            ZoneId zone = ZoneId.of(timeZone);
            if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
                return;
            }
        } catch (DateTimeException unknown) {
            // refused below
        }
        throw Refusal.Invalid.field(
                        "/timeZone", "unknown-time-zone", "An IANA time zone is expected, such as Europe/Bucharest.")
                .refused();
    }

    /** As another system says it: one that knows of no calendar leaves that which was entered. */
    ServiceLocationDetails keeping(CalendarDetails known) {
        return calendar != null
                ? this
                : new ServiceLocationDetails(customerId, name, address, position, timeZone, accessNotes, known);
    }

    /** The same of this customer. */
    public ServiceLocationDetails of(UUID customer) {
        return new ServiceLocationDetails(customer, name, address, position, timeZone, accessNotes, calendar);
    }
}
