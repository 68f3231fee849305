package dev.fieldservice.inventory.parts;

import dev.fieldservice.contracts.codes.Units;
import dev.fieldservice.inventory.events.InventoryEvent;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/** Something that is stocked and used up. */
@Entity
public class Part extends Aggregate {

    private static final int DECIMALS = 3;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    String number;
    String name;
    String unit;
    boolean serialised;
    BigDecimal reorderPoint;

    protected Part() {}

    static Part register(PartDetails details, By by) {
        Part part = new Part();
        part.id = Ids.next();
        part.unit = details.unit();
        part.set(details);
        part.note("REGISTERED", by, by.at(), details.number());
        return part;
    }

    /** The unit is fixed: the ledger's quantities are in it. */
    void change(PartDetails details, By by) {
        if (!unit.equals(details.unit())) {
            throw Refusal.RuleViolated.at(
                    "/unit", "unit-is-fixed", "Stock is counted in " + unit + ". Register another part instead.");
        }
        set(details);
        note("CHANGED", by, by.at(), details.number());
    }

    private void set(PartDetails details) {
        if (details.reorderPoint() != null && !Units.fits(details.reorderPoint(), details.unit())) {
            throw Refusal.RuleViolated.at(
                    "/reorderPoint", "whole-pieces", "This unit counts pieces: send a whole number.");
        }
        if (isTurnedSerialisedBy(details) && Units.fits(HALF, details.unit())) {
            throw Refusal.RuleViolated.at(
                    "/serialised", "serialised-in-pieces", "Only what is counted in pieces has serial numbers.");
        }
        number = details.number();
        name = details.name();
        serialised = details.serialised();
        reorderPoint = details.reorderPoint() == null
                ? null
                : details.reorderPoint().setScale(DECIMALS, RoundingMode.UNNECESSARY);
        tell();
    }

    /** Raises the event that carries its state as it is. */
    public void tell() {
        raise(new InventoryEvent.PartRegistered(this, number, name, unit, serialised));
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
