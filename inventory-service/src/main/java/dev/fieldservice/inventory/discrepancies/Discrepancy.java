package dev.fieldservice.inventory.discrepancies;

import dev.fieldservice.inventory.discrepancies.DiscrepancyLifecycle.Command;
import dev.fieldservice.inventory.discrepancies.DiscrepancyLifecycle.State;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;

/** Something about a part at a place that does not add up, with the one who has to clear it up. */
@Entity
public class Discrepancy extends Aggregate {

    @Enumerated(EnumType.STRING)
    DiscrepancyKind kind;

    @Enumerated(EnumType.STRING)
    State state;

    UUID partId;
    UUID locationId;
    String serial;
    UUID orderId;
    UUID ticketId;
    String owner;

    /** As it was found. */
    String detail;

    @Formula("""
            (select coalesce((select p.name from part p where p.id = l.part_id), 'unknown part ' || l.part_id)
                 || ', ' || coalesce((select s.name from stock_location s where s.id = l.location_id),
                                     'unknown location ' || l.location_id)
                 || ': ' || l.on_hand || ' ' || l.unit
               from stock_level l
              where l.part_id = part_id and l.location_id = location_id)""")
    String level;

    Instant openedAt;
    Instant resolvedAt;
    String resolvedBy;
    String resolution;

    protected Discrepancy() {}

    static Discrepancy open(Finding finding, By by) {
        Discrepancy discrepancy = new Discrepancy();
        discrepancy.id = Ids.next();
        discrepancy.kind = finding.kind();
        discrepancy.state = State.OPEN;
        discrepancy.partId = finding.where().partId();
        discrepancy.locationId = finding.where().locationId();
        discrepancy.serial = finding.serial().isEmpty() ? null : finding.serial();
        discrepancy.orderId = finding.where().orderId();
        discrepancy.ticketId = finding.where().ticketId();
        discrepancy.owner = finding.where().owner();
        discrepancy.detail = finding.detail();
        discrepancy.openedAt = by.at();
        discrepancy.note("DISCREPANCY_OPENED", by, by.at(), finding.kind() + ": " + finding.detail());
        return discrepancy;
    }

    /** While it is open, what it says of a level follows the level. */
    String detail() {
        return state == State.OPEN && kind == DiscrepancyKind.NEGATIVE_STOCK ? level : detail;
    }

    void resolve(By by, String reason) {
        end(Command.RESOLVE, by, reason);
    }

    /** As it is known now there was nothing wrong. */
    void explain(By by, String how) {
        end(Command.EXPLAIN, by, how);
    }

    private void end(Command command, By by, String reason) {
        detail = detail();
        state = move(DiscrepancyLifecycle.TABLE, state, command, by, by.at(), reason);
        resolvedAt = by.at();
        resolvedBy = by.caller().name();
        resolution = reason;
    }

    @Override
    public String kind() {
        return "discrepancy";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
