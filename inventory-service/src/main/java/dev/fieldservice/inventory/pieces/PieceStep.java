package dev.fieldservice.inventory.pieces;

import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** One move of a piece. It is never changed. */
@Entity
@Immutable
public class PieceStep {

    /** What moved it. */
    public enum Kind {
        RECEIVED,
        RECEIPT_REVERSED,
        /** Received out of the machine in which it was. */
        TAKEN_BACK,
        /** The receipt that took it out of the machine was taken back. */
        TAKE_BACK_REVERSED,
        INSTALLED,
        REMOVED,
        /** The usage that installed it was taken back. */
        RETURNED,
        /** The usage that took it out was taken back. */
        PUT_BACK,
        /** Somebody found its number on what was in stock. */
        ENTERED,
        /** The same, of one that was in a machine by what was known. */
        FOUND,
        /** Somebody found that it is not in stock. */
        WITHDRAWN,
        /** It left for another place. */
        SENT,
        /** It came from another place. */
        ARRIVED;

        /** What came out of a machine or was put back into it never lay in stock. */
        boolean touchesStock() {
            return this != REMOVED && this != PUT_BACK;
        }
    }

    @Id
    UUID id;

    UUID pieceId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    /** The usage, receipt or command that it was booked for. */
    UUID sourceId;

    UUID locationId;
    UUID orderId;
    UUID ticketId;
    Instant happenedAt;

    /** What its movement takes back; null if it takes nothing back. */
    @Formula("(select m.reversal_of from stock_movement m where m.source_id = source_id)")
    UUID reversalOf;

    protected PieceStep() {}

    PieceStep(UUID pieceId, Kind kind, Cause cause) {
        this.id = Ids.next();
        this.pieceId = pieceId;
        this.kind = kind;
        this.sourceId = cause.sourceId();
        this.locationId = cause.locationId();
        this.orderId = cause.orderId();
        this.ticketId = cause.ticketId();
        this.happenedAt = cause.at();
        this.reversalOf = cause.reversalOf();
    }

    /** True if this says that the other, a move of the same piece, is not to count. */
    boolean takesBack(PieceStep other) {
        return other.sourceId.equals(reversalOf)
                && switch (kind) {
                    case RETURNED -> other.kind == Kind.INSTALLED;
                    case PUT_BACK -> other.kind == Kind.REMOVED;
                    case TAKE_BACK_REVERSED -> other.kind == Kind.TAKEN_BACK;
                    case RECEIVED,
                            RECEIPT_REVERSED,
                            TAKEN_BACK,
                            INSTALLED,
                            REMOVED,
                            ENTERED,
                            FOUND,
                            WITHDRAWN,
                            SENT,
                            ARRIVED -> false;
                };
    }
}
