package dev.fieldservice.workorder.parts;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.text.ComparedText;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;

/** A part of inventory's catalogue, as far as this service has heard of it. */
@Entity
public class KnownPart {

    @Id
    UUID partId;

    long partVersion;
    String number;
    String name;
    String unit;
    boolean serialised;

    /** Its pieces have serial numbers, or had them once: a piece keeps its own while none are needed. */
    boolean numbered;

    protected KnownPart() {}

    /** A replica of the version before keeps only whether it is serialised now. */
    boolean isNumbered() {
        return numbered || serialised;
    }

    void requireUsable(UsePart request) {
        Quantity quantity = request.quantity();
        requireTwoPieces(request);
        requireUnit("/quantity/unit", quantity);
        if (serialised && request.installedSerial() == null) {
            throw Refusal.RuleViolated.at(
                    "/installedSerial", "serial-number-missing", "Each %s has a serial number.".formatted(name));
        }
        if (serialised && quantity.amount().compareTo(BigDecimal.ONE) != 0) {
            throw Refusal.RuleViolated.at(
                    "/quantity/amount", "one-at-a-time", "Parts with a serial number are recorded one by one.");
        }
    }

    /** @param at where it stands in the body */
    public void requireUnit(String at, Quantity quantity) {
        if (!quantity.unit().equals(unit)) {
            throw Refusal.RuleViolated.at(at, "wrong-unit", "%s is counted in %s.".formatted(name, unit));
        }
    }

    public UUID id() {
        return partId;
    }

    public String number() {
        return number;
    }

    public String name() {
        return name;
    }

    /** What comes out of a machine is not what goes into it; pieces of different parts may have one number. */
    private static void requireTwoPieces(UsePart request) {
        if (request.removedPartId() != null && request.removedSerial() == null) {
            throw Refusal.RuleViolated.at(
                    "/removedSerial", "serial-number-missing", "Say which piece came out: its serial number.");
        }
        if (request.installedSerial() != null
                && request.partThatCameOut().equals(request.partId())
                && ComparedText.areOne(request.installedSerial(), request.removedSerial())) {
            throw Refusal.RuleViolated.at(
                    "/removedSerial", "same-serial-number", "The piece that came out is not the piece that went in.");
        }
    }
}
