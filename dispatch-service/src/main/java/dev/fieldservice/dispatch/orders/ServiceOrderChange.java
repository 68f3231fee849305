package dev.fieldservice.dispatch.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.offers.Offers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a command changed. The order as a whole is read with {@code GET}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceOrderChange(
        UUID id,
        String number,
        OrderLifecycle.State state,

        @Schema(description = "The entity tag of the order from now on")
        long version,

        @Offers("/v1/service-orders/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        @Schema(description = "Grows with each assignment and withdrawal")
        long assignmentVersion,

        @Schema(nullable = true, description = "What an order on hold waits for")
        HoldReason holdReason,

        @Schema(nullable = true, description = "Why it is in this state, where somebody said so")
        String reason,

        @Schema(nullable = true, description = "The visit that was planned, changed or taken back")
        AppointmentView appointment) {

    /** An order, and the visit that was changed with it. */
    record Changed(ServiceOrder order, Optional<Appointment> appointment) {}

    static ServiceOrderChange of(Changed changed) {
        ServiceOrder o = changed.order();
        return new ServiceOrderChange(
                o.id(),
                o.number,
                o.state,
                o.version(),
                o.allowedCommands(),
                o.assignmentVersion,
                o.holdReason,
                o.reason,
                changed.appointment()
                        .map(visit -> AppointmentView.of(new OrderVisit(o, visit)))
                        .orElse(null));
    }
}
