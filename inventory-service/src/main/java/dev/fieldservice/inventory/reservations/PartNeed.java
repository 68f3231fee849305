package dev.fieldservice.inventory.reservations;

import dev.fieldservice.platform.aggregates.Identified;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** What an order needs of a part, and what of it is reserved where. Worked out by the database. */
@Entity
@Immutable
public class PartNeed implements Identified {

    @Id
    UUID id;

    UUID orderId;
    UUID ticketId;
    UUID partId;
    String unit;
    BigDecimal planned;
    BigDecimal used;
    BigDecimal fromVan;
    BigDecimal elsewhere;
    BigDecimal missing;
    UUID technicianId;
    UUID vanId;
    Instant visitStart;
    Instant since;

    @Formula("(select p.number from part p where p.id = part_id)")
    String partNumber;

    @Formula("(select p.name from part p where p.id = part_id)")
    String partName;

    /** Null if the part is the current one. */
    @Formula("(select last_successor(p.superseded_by_id) from part p where p.id = part_id)")
    UUID currentPartId;

    @Formula("(select p.substitute_ids from part p where p.id = part_id)")
    UUID[] substituteIds;

    /** When it was found to be missing; null until the part was reserved anew since. */
    @Formula("""
            (select m.since from missing_part m
              where m.part_id = part_id and m.order_id = order_id and m.unit = unit)""")
    Instant missingSince;

    /** Who answers for the van; null if it is nobody in person. */
    @Formula("(select l.responsible from stock_location l where l.id = van_id)")
    String responsible;

    @Formula("missing_words(part_id, unit, missing)")
    String words;

    protected PartNeed() {}

    @Override
    public UUID id() {
        return id;
    }
}
