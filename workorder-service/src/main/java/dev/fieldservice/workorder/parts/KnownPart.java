package dev.fieldservice.workorder.parts;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.platform.problems.Refusal;
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

    protected KnownPart() {}

    void requireUsable(UsePart request) {
        Quantity quantity = request.quantity();
        if (!quantity.unit().equals(unit)) {
            throw Refusal.RuleViolated.at("/quantity/unit", "wrong-unit", "%s is counted in %s.".formatted(name, unit));
        }
        if (serialised && request.installedSerial() == null) {
            throw Refusal.RuleViolated.at(
                    "/installedSerial", "serial-number-missing", "Each %s has a serial number.".formatted(name));
        }
        if (serialised && quantity.amount().compareTo(BigDecimal.ONE) != 0) {
            throw Refusal.RuleViolated.at(
                    "/quantity/amount", "one-at-a-time", "Parts with a serial number are recorded one by one.");
        }
    }
}
