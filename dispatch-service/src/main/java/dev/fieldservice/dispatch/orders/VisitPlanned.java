package dev.fieldservice.dispatch.orders;

import java.time.Instant;
import java.util.UUID;

/** A time for which a visit was planned: its customer is told of it, unless it is planned for another one by then. */
public record VisitPlanned(UUID appointmentId, UUID orderId, Instant start) {

    /** Nobody has set out, and nobody has planned it for another time. */
    public boolean isSoOf(Appointment visit) {
        return visit.state().isPlanned() && visit.window().start().equals(start);
    }
}
