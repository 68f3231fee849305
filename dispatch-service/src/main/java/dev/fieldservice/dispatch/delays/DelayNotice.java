package dev.fieldservice.dispatch.delays;

import dev.fieldservice.dispatch.orders.Appointment;
import dev.fieldservice.dispatch.orders.JobCard;
import dev.fieldservice.dispatch.orders.OrderVisit;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A delay that was announced, with the message about it. The message is written with the announcement and sent after it. */
@Entity
public class DelayNotice extends Aggregate {

    private static final String NO_ADDRESS =
            "Neither the contact nor the customer has an e-mail address that can be used.";
    private static final int LONGEST_FAILURE = 500;

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
    String subject;
    String body;
    String messageId;
    int attempts;
    Instant nextAttemptAt;
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
        notice.messageId = "<" + notice.id + "@dispatch.fieldservice>";
        notice.address(late, delay);
        return notice;
    }

    private void address(OrderVisit late, Delay delay) {
        JobCard card = late.order().jobCard();
        Optional<String> address =
                MailAddress.firstUsable(card.contact().email(), card.customer().email());
        state = address.isPresent() ? State.PENDING : State.NOT_POSSIBLE;
        address.ifPresentOrElse(
                to -> {
                    recipient = to;
                    subject = DelayText.subject(late);
                    body = DelayText.body(late, delay);
                    nextAttemptAt = createdAt;
                },
                () -> failure = NO_ADDRESS);
    }

    /** Takes the message for one attempt; no other replica will until the lease is over. */
    Message attempt(By by, Duration lease) {
        attempts++;
        nextAttemptAt = by.at().plus(lease);
        return new Message(messageId, recipient, subject, body);
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
        note("CUSTOMER_NOTIFIED", by, by.at(), "Expected arrival, to " + recipient);
    }

    void failed(By by, String why) {
        state = State.FAILED;
        failure = why.substring(0, Math.min(why.length(), LONGEST_FAILURE));
        note("NOTIFICATION_FAILED", by, by.at(), "To " + recipient + ": " + failure);
    }

    /** It may work later: waits twice as long each time, and gives up after the last attempt. */
    void postpone(By by, String why, NoticeConfig config) {
        if (attempts >= config.attempts()) {
            failed(by, why);
            return;
        }
        failure = why.substring(0, Math.min(why.length(), LONGEST_FAILURE));
        nextAttemptAt = by.at().plus(config.firstWait().multipliedBy(1L << Math.min(attempts - 1, 10)));
    }

    boolean isPending() {
        return state == State.PENDING;
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
