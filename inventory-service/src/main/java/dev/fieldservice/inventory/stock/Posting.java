package dev.fieldservice.inventory.stock;

import dev.fieldservice.platform.aggregates.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What a document of the store has booked.
 *
 * @param id of the entry
 * @param quantity positive for what comes, negative for what goes
 * @param documentId the transfer, count or return to a supplier
 * @param counterId the entry on the other side; null where there is none
 * @param reason null where the kind says it all
 * @param occurredAt null for now
 */
public record Posting(
        UUID id,
        MovementKind kind,
        UUID partId,
        UUID locationId,
        BigDecimal quantity,
        String unit,
        UUID documentId,
        UUID counterId,
        String reason,
        Instant occurredAt) {

    /** As of an earlier moment. */
    public Posting at(Instant moment) {
        return new Posting(id, kind, partId, locationId, quantity, unit, documentId, counterId, reason, moment);
    }

    /** What is on no other side. */
    public static Posting alone(
            MovementKind kind, UUID part, UUID location, BigDecimal quantity, String unit, UUID document, String why) {
        return new Posting(Ids.next(), kind, part, location, quantity, unit, document, null, why, null);
    }

    /** What goes from one place, as much as comes to the other. */
    public record Pair(Posting out, Posting in) {

        /** As of an earlier moment. */
        public Pair at(Instant moment) {
            return new Pair(out.at(moment), in.at(moment));
        }
    }

    /** @param reason null where nobody says why */
    public static Pair pair(
            UUID part, UUID from, UUID to, BigDecimal quantity, String unit, UUID document, String reason) {
        UUID out = Ids.next();
        UUID in = Ids.next();
        return new Pair(
                new Posting(
                        out,
                        MovementKind.TRANSFER_OUT,
                        part,
                        from,
                        quantity.negate(),
                        unit,
                        document,
                        in,
                        reason,
                        null),
                new Posting(in, MovementKind.TRANSFER_IN, part, to, quantity, unit, document, out, reason, null));
    }

    /**
     * What goes back to whom it came from; below nothing what comes back, as they did not take it. It has the cost of what it counters.
     *
     * @param counter the receipt of which it is some, or the entry by which it went
     */
    public static Posting returned(
            UUID part, UUID place, BigDecimal quantity, String unit, UUID document, UUID counter, String reason) {
        return new Posting(
                Ids.next(),
                MovementKind.SUPPLIER_RETURN,
                part,
                place,
                quantity.negate(),
                unit,
                document,
                counter,
                reason,
                null);
    }

    /** What goes into a container at a place or comes out of it, and so comes out of what stands there without one or goes to it. */
    public static Pair decanting(UUID part, UUID place, BigDecimal quantity, String unit, String reason) {
        UUID out = Ids.next();
        UUID in = Ids.next();
        return new Pair(
                new Posting(out, MovementKind.DECANTING, part, place, quantity.negate(), unit, null, in, reason, null),
                new Posting(in, MovementKind.DECANTING, part, place, quantity, unit, null, out, reason, null));
    }
}
