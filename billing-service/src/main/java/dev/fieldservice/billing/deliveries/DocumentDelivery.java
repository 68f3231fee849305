package dev.fieldservice.billing.deliveries;

import dev.fieldservice.billing.documents.Delivery;
import dev.fieldservice.billing.documents.IssuedDocument;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sending of a document to somebody, and what became of it. */
@Entity
public class DocumentDelivery extends Aggregate {

    @Schema(name = "DocumentDeliveryState")
    public enum State {
        QUEUED,
        /** The next mail server has it. */
        HANDED_OVER,
        FAILED
    }

    UUID documentId;
    UUID ticketId;
    String recipient;

    /** Null: of the company. */
    String language;

    @Enumerated(EnumType.STRING)
    State state;

    /** The words of the mail server. */
    String failure;

    /** Null where it was sent by itself. */
    String requestedBy;

    Instant queuedAt;
    Instant handedOverAt;

    protected DocumentDelivery() {}

    /** @param requestedBy null where it is sent by itself */
    DocumentDelivery(IssuedDocument document, String to, String language, String requestedBy, By by) {
        id = Ids.next();
        documentId = document.id();
        ticketId = document.correlationId();
        recipient = to;
        this.language = language;
        this.requestedBy = requestedBy;
        queue(document, by);
    }

    private void queue(IssuedDocument document, By by) {
        state = State.QUEUED;
        queuedAt = by.at();
        failure = null;
        document.delivery(Delivery.QUEUED);
    }

    /** Also once more after it had failed. */
    boolean mayBeSent() {
        return switch (state) {
            case QUEUED, FAILED -> true;
            case HANDED_OVER -> false;
        };
    }

    void handedOver(IssuedDocument document, Instant at) {
        state = State.HANDED_OVER;
        handedOverAt = at;
        failure = null;
        document.delivery(Delivery.SENT);
    }

    void failed(IssuedDocument document, String why) {
        state = State.FAILED;
        failure = why;
        document.delivery(Delivery.FAILED);
    }

    /** Refused with 409 unless it has failed. */
    void again(IssuedDocument document, By by) {
        if (state != State.FAILED) {
            throw new Refusal.Conflict(
                            "delivery-not-failed",
                            "It is on its way, or has arrived. Send the document anew if need be.")
                    .refused();
        }
        queue(document, by);
    }

    @Override
    public String kind() {
        return "document-delivery";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
