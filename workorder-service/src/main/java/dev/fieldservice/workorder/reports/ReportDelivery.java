package dev.fieldservice.workorder.reports;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sending of a report to somebody, and what became of it. */
@Entity
public class ReportDelivery extends Aggregate {

    @Schema(name = "ReportDeliveryState")
    public enum State {
        QUEUED,
        /** The next mail server has it. */
        HANDED_OVER,
        FAILED,
        /** A newer edition was issued while it waited, and goes there in its place. */
        SUPERSEDED
    }

    UUID reportId;
    UUID workOrderId;
    UUID ticketId;
    String recipient;
    String recipientName;

    /** Null: of the company. */
    String language;

    @Enumerated(EnumType.STRING)
    State state;

    /** The last words of the mail server, for as long as it has not taken it. */
    String failure;

    /** Null where it was sent by itself. */
    String requestedBy;

    Instant queuedAt;
    Instant handedOverAt;

    protected ReportDelivery() {}

    /** @param requestedBy null where it is sent by itself */
    ReportDelivery(ServiceReport report, String to, String name, String language, String requestedBy, By by) {
        id = Ids.next();
        reportId = report.id();
        workOrderId = report.workOrderId;
        ticketId = report.ticketId;
        recipient = to;
        recipientName = name;
        this.language = language;
        this.requestedBy = requestedBy;
        state = State.QUEUED;
        queuedAt = by.at();
    }

    boolean isOf(UUID order) {
        return workOrderId.equals(order);
    }

    /** Also once more after it had failed. */
    boolean mayBeSent() {
        return switch (state) {
            case QUEUED, FAILED -> true;
            case HANDED_OVER, SUPERSEDED -> false;
        };
    }

    void handedOver(Instant at) {
        state = State.HANDED_OVER;
        handedOverAt = at;
        failure = null;
    }

    /** It waits to be tried again. */
    void refused(String why) {
        if (mayBeSent()) {
            failure = why;
        }
    }

    /** What was superseded meanwhile is not to be sent again. */
    void failed(String why) {
        if (state != State.SUPERSEDED) {
            state = State.FAILED;
            failure = why;
        }
    }

    /** The same of a newer edition, which goes to whoever was to have this. */
    ReportDelivery supersededBy(ServiceReport newer, By by) {
        state = State.SUPERSEDED;
        note("SUPERSEDE", by, by.at(), newer.number());
        return new ReportDelivery(newer, recipient, recipientName, language, requestedBy, by);
    }

    /** What goes to the same address in the same language goes there once. */
    String whereto() {
        return recipient.toLowerCase(Locale.ROOT) + " " + language;
    }

    /** In whichever language. */
    boolean isTo(String address) {
        return recipient.equalsIgnoreCase(address);
    }

    /** Refused with 409 unless it has failed. */
    void again(By by) {
        if (state != State.FAILED) {
            throw new Refusal.Conflict(
                            "delivery-not-failed", "It is on its way, or has arrived. Send the report anew if need be.")
                    .refused();
        }
        state = State.QUEUED;
        failure = null;
        queuedAt = by.at();
    }

    @Override
    public String kind() {
        return "report-delivery";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
