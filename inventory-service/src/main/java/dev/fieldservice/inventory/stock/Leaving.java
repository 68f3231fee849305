package dev.fieldservice.inventory.stock;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.UUID;

/** What goods that leave for another place are held against: they are there, and are reserved for nobody else. */
public record Leaving(UUID partId, String partName, UUID from, UUID to, BigDecimal quantity, String unit) {

    /** What is reserved at the place for visits that do not start from where the goods go. */
    private static final String RESERVED_FOR_OTHERS = """
            select coalesce(sum(r.quantity), 0) from reservation r
             where r.part_id = :part and r.location_id = :from
               and not exists (select from parts_plan p join stock_location l on l.technician_id = p.technician_id
                                where p.id = r.order_id and l.id = :to)""";

    /** Refused with 409 where so much is not there, or is reserved for others. @param onHand the level after it */
    public Uni<Void> requireFree(Tx tx, BigDecimal onHand) {
        return tx.session()
                .createNativeQuery(RESERVED_FOR_OTHERS, BigDecimal.class)
                .setParameter("part", partId)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult()
                .invoke(reserved -> requireFree(onHand, reserved))
                .replaceWithVoid();
    }

    private void requireFree(BigDecimal onHand, BigDecimal reserved) {
        if (onHand.signum() < 0) {
            throw new Refusal.Conflict(
                            "not-in-stock",
                            "%s: %s %s are there, %s were to be picked."
                                    .formatted(partName, onHand.add(quantity), unit, quantity))
                    .refused();
        }
        if (onHand.compareTo(reserved) < 0) {
            throw new Refusal.Conflict(
                            "reserved",
                            "%s: of what would be left, %s %s are reserved for other visits."
                                    .formatted(partName, reserved.subtract(onHand), unit))
                    .refused();
        }
    }
}
