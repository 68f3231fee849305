package dev.fieldservice.ticket.contracts;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the maker or the company warrants of a machine, and until when. What was wrong is withdrawn and entered anew. */
@Entity
public class Warranty extends Aggregate {

    UUID assetId;
    String name;
    LocalDate validFrom;
    LocalDate validThrough;

    @JdbcTypeCode(SqlTypes.JSON)
    Clauses covered;

    /** Null for as long as it is in force, and so is the reason. */
    Instant withdrawnAt;

    String withdrawnBecause;

    protected Warranty() {}

    /** As they are stored. */
    record Clauses(List<Clause> items) {}

    static Warranty enter(WarrantyDetails details, By by) {
        if (details.validThrough().isBefore(details.validFrom())) {
            throw Refusal.RuleViolated.at("/validThrough", "before-from", "It must not end before it begins.");
        }
        Warranty warranty = new Warranty();
        warranty.id = Ids.next();
        warranty.assetId = details.assetId();
        warranty.name = details.name();
        warranty.validFrom = details.validFrom();
        warranty.validThrough = details.validThrough();
        warranty.covered = new Clauses(details.covered());
        warranty.note("WARRANTY_ENTERED", by, by.at(), details.name());
        return warranty;
    }

    /** For later requests: those that were recorded keep it. */
    void withdraw(String reason, By by) {
        if (withdrawnAt != null) {
            throw new Refusal.Conflict("withdrawn", "It was withdrawn already.").refused();
        }
        withdrawnAt = by.at();
        withdrawnBecause = reason;
        note("WARRANTY_WITHDRAWN", by, by.at(), reason);
    }

    Agreement.Warranted warranted() {
        return new Agreement.Warranted(id, name, covered.items());
    }

    @Override
    public String kind() {
        return "warranty";
    }

    /** By which its history is asked for. */
    @Override
    public UUID correlationId() {
        return id;
    }
}
