package dev.fieldservice.ticket.locations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.ticket.company.CalendarDetails;
import dev.fieldservice.ticket.externalids.ExternalId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ServiceLocation")
public record ServiceLocationView(
        UUID id,
        UUID customerId,
        String name,
        Address address,

        @Schema(
                nullable = true,
                description = "Absent where nobody knows it yet: its work is near nothing and in no territory then")
        GeoPoint position,

        String timeZone,
        @Schema(nullable = true) String accessNotes,

        @Schema(nullable = true, description = "Absent where the company's holds")
        CalendarDetails calendar,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(nullable = true, description = "What other systems call it; absent where none does")
        List<ExternalId> externalIds) {

    static ServiceLocationView of(ServiceLocation l) {
        return new ServiceLocationView(
                l.id(),
                l.customerId,
                l.name,
                l.address,
                l.position(),
                l.timeZone,
                l.accessNotes,
                l.calendar,
                l.externalIds.all());
    }
}
