package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.dispatch.orders.JobCard;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.mail.MailAddress;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A delay that was announced, and what became of the mail about it. The mail is queued with the announcement and sent after it. */
@Entity
public class DelayNotice extends Aggregate {

    private static final String NO_ADDRESS =
            "Neither the contact nor the customer has an e-mail address that can be used.";

    @Schema(name = "DelayNoticeState")
    public enum State {
        PENDING,
        SENT,
        FAILED,
        NOT_POSSIBLE,
        OUTDATED
    }

    UUID appointmentId;
    UUID orderId;
    UUID ticketId;
    Instant expectedArrival;
    String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    Shifts shifted;

    @Enumerated(EnumType.STRING)
    State state;

    String recipient;
    String failure;
    Instant createdAt;
    Instant sentAt;

    /** Later appointments that are late too. */
    record Shifts(List<Shift> items) {}

    @Schema(name = "ShiftedAppointment")
    public record Shift(UUID appointmentId, Instant expectedArrival) {}

    protected DelayNotice() {}

    static DelayNotice of(OrderVisit late, Delay delay, Map<UUID, Instant> shifted, By by) {
        DelayNotice notice = new DelayNotice();
        notice.id = Ids.next();
        notice.appointmentId = late.appointment().id();
        notice.orderId = late.order().id();
        notice.ticketId = late.order().ticketId();
        notice.expectedArrival = delay.expectedArrival();
        notice.reason = delay.reason();
        notice.shifted = new Shifts(shifted.entrySet().stream()
                .map(shift -> new Shift(shift.getKey(), shift.getValue()))
                .toList());
        notice.createdAt = by.at();
        notice.address(late.order().jobCard());
        return notice;
    }

    private void address(JobCard card) {
        Optional<String> address =
                MailAddress.firstUsable(card.contact().email(), card.customer().email());
        state = address.isPresent() ? State.PENDING : State.NOT_POSSIBLE;
        address.ifPresentOrElse(to -> recipient = to, () -> failure = NO_ADDRESS);
    }

    /** Takes the message off if it would be wrong by now: the visit has begun or is off, or is expected at another time. */
    boolean expires(Appointment appointment, By by) {
        if (appointment.mayBeDelayed() && expectedArrival.equals(appointment.arrival())) {
            return false;
        }
        state = State.OUTDATED;
        failure = appointment.mayBeDelayed()
                ? "Another time of arrival is known since."
                : "The appointment was " + appointment.state() + " before the message could be sent.";
        note("NOTIFICATION_OUTDATED", by, by.at(), failure);
        return true;
    }

    void sent(By by) {
        state = State.SENT;
        sentAt = by.at();
        failure = null;
    }

    void failed(String why) {
        state = State.FAILED;
        failure = why;
    }

    boolean isPending() {
        return state == State.PENDING;
    }

    /** Also once more after it had failed, if an administrator wants it. */
    boolean mayBeSent() {
        return switch (state) {
            case PENDING, FAILED -> true;
            case SENT, NOT_POSSIBLE, OUTDATED -> false;
        };
    }

    @Override
    public String kind() {
        return "delay-notice";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
