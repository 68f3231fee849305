package dev.fieldservice.inventory.parts;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.inventory.events.InventoryEvent;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that is stocked and used up. */
@Entity
public class Part extends Aggregate {

    String number;
    String name;
    String unit;
    boolean serialised;
    BigDecimal reorderPoint;

    /** In 14 digits. */
    String gtin;

    UUID categoryId;
    UUID supersededById;
    UUID[] substituteIds = new UUID[0];

    /** Null where it is handled in its own alone. */
    @JdbcTypeCode(SqlTypes.JSON)
    OtherUnits otherUnits;

    @Formula("last_successor(superseded_by_id)")
    UUID currentPartId;

    /** What it shall refer to, if it may. */
    @Transient
    private PartReferences references;

    protected Part() {}

    static Part register(PartDetails details, PartReferences references, By by) {
        Part part = new Part();
        part.id = Ids.next();
        part.unit = details.unit();
        PartRules.require(Optional.empty(), details);
        part.prepare(references);
        part.set(details);
        part.note("REGISTERED", by, by.at(), details.number());
        return part;
    }

    void prepare(PartReferences becomes) {
        references = becomes;
    }

    void change(PartDetails details, By by) {
        PartRules.require(Optional.of(this), details);
        set(details);
        note("CHANGED", by, by.at(), details.number());
    }

    private void set(PartDetails wanted) {
        PartDetails details = wanted.asKept();
        number = details.number();
        name = details.name();
        serialised = details.serialised();
        reorderPoint = details.reorderPoint();
        gtin = details.gtin();
        categoryId = details.categoryId();
        supersededById = details.supersededById();
        currentPartId = references.current().orElse(null);
        substituteIds = details.substitutes().toArray(UUID[]::new);
        otherUnits = details.alsoHandledIn().isEmpty() ? null : new OtherUnits(details.alsoHandledIn());
        tell();
    }

    /** Raises the event that carries its state as it is. */
    public void tell() {
        raise(new InventoryEvent.PartRegistered(
                this,
                number,
                name,
                unit,
                serialised,
                gtin,
                supersededById,
                List.of(substituteIds),
                alsoHandledIn().items().stream()
                        .map(each -> new InventoryEvent.UnitFactor(each.unit(), each.numerator(), each.denominator()))
                        .toList()));
    }

    /** As it is now. */
    public PartDetails details() {
        return new PartDetails(
                number,
                name,
                unit,
                serialised,
                reorderPoint,
                gtin,
                categoryId,
                supersededById,
                List.of(substituteIds),
                alsoHandledIn().items());
    }

    /** The last of those that supersede one another after it; empty unless it is superseded. */
    Optional<UUID> successor() {
        return Optional.ofNullable(currentPartId);
    }

    OtherUnits alsoHandledIn() {
        return Optional.ofNullable(otherUnits).orElse(OtherUnits.NONE);
    }

    /**
     * The same quantity in the unit in which it is counted. Refused with 422 where it is not handled in that unit, or where it is no
     * exact quantity of its own.
     *
     * @param pointer to the quantity in what was sent
     */
    public Quantity counted(Quantity given, String pointer) {
        return alsoHandledIn().counted(given, unit, pointer);
    }

    public String number() {
        return number;
    }

    public String name() {
        return name;
    }

    public boolean isSerialised() {
        return serialised;
    }

    /** Says whether from now on each piece shall have a serial number. */
    boolean isTurnedSerialisedBy(PartDetails details) {
        return details.serialised() && !serialised;
    }

    public String unit() {
        return unit;
    }

    @Override
    public String kind() {
        return "part";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
