package dev.fieldservice.dispatch.confirmations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.dispatch.orders.JobCard;
import dev.fieldservice.dispatch.orders.OrderVisit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A visit as its customer sees it who was told of it.
 *
 * @param expectedArrival as they were told
 * @param timeZone of the site
 * @param confirmedAt when they said that it suits them; null until they do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnnouncedVisit(
        String orderNumber,
        String request,
        String site,
        String technician,
        Instant expectedArrival,
        String timeZone,
        State state,
        Instant confirmedAt) {

    /** What the customer has of it. */
    public enum State {
        PLANNED,
        ON_THE_WAY,
        THERE,
        OVER,
        CALLED_OFF;

        static State of(Appointment visit) {
            return switch (visit.state()) {
                case SCHEDULED, DISPATCHED, ACCEPTED -> PLANNED;
                case TRAVELLING -> ON_THE_WAY;
                case ON_SITE, IN_PROGRESS, PAUSED -> THERE;
                case COMPLETED, PARTIALLY_COMPLETED, CANNOT_COMPLETE, REJECTED, CANCELLED ->
                    visit.isOff() ? CALLED_OFF : OVER;
            };
        }
    }

    static AnnouncedVisit of(OrderVisit visit) {
        Appointment appointment = visit.appointment();
        JobCard card = visit.order().jobCard();
        return new AnnouncedVisit(
                visit.order().number(),
                card.summary(),
                card.location().name(),
                appointment.leadName(),
                appointment.times().told(),
                card.location().timeZone(),
                State.of(appointment),
                appointment.times().confirmed().orElse(null));
    }

    /** By the clock of the site. */
    public ZonedDateTime arrival() {
        return expectedArrival.atZone(ZoneId.of(timeZone));
    }

    /** Whether it is still to be confirmed. */
    @JsonIgnore
    public boolean isOpen() {
        return state == State.PLANNED && confirmedAt == null;
    }

    boolean isOpenFor(Instant arrival) {
        return isOpen() && expectedArrival.equals(arrival);
    }
}
