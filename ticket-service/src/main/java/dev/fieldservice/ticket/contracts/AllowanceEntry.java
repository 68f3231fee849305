package dev.fieldservice.ticket.contracts;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.aggregates.Recorded;
import dev.fieldservice.platform.aggregates.Subject;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A movement of what a contract includes, written once: what is left is what is included and the sum of these. */
@Entity
public class AllowanceEntry extends Recorded {

    /** Why it moved. */
    @Schema(name = "AllowanceEntryKind")
    public enum Kind {
        /** A request was recorded: this much is kept for it. */
        PROVISIONAL,
        /** What was kept, or debited before, is given back. */
        REVERSAL,
        /** Its work was closed: this much was used. */
        DEBIT
    }

    UUID contractId;
    UUID ticketId;

    @Enumerated(EnumType.STRING)
    Allowance.Unit unit;

    @Enumerated(EnumType.STRING)
    Kind kind;

    /** Visits, or minutes; negative for what is taken. */
    BigDecimal amount;

    /** First day of the period that it counts for. */
    LocalDate periodFrom;

    Instant at;

    protected AllowanceEntry() {}

    static AllowanceEntry of(UUID contractId, UUID ticketId, Held held, Kind kind, BigDecimal amount, Instant at) {
        AllowanceEntry entry = new AllowanceEntry();
        entry.id = Ids.next();
        entry.contractId = contractId;
        entry.ticketId = ticketId;
        entry.unit = held.unit();
        entry.kind = kind;
        entry.amount = amount;
        entry.periodFrom = held.periodFrom();
        entry.at = at;
        return entry;
    }

    @Override
    public Subject subject() {
        return new Subject("contract", contractId, ticketId);
    }
}
