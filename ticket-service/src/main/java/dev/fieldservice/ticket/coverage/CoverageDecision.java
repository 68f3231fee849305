package dev.fieldservice.ticket.coverage;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.ticket.contracts.Agreement;
import dev.fieldservice.ticket.contracts.Allowance.Unit;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is covered of one closed job; its id is the job's. A job that is closed again is decided about again. */
@Entity
public class CoverageDecision extends Aggregate {

    UUID ticketId;
    int closureNumber;

    @JdbcTypeCode(SqlTypes.JSON)
    Agreement.Ref under;

    /** By the site's clock: what was agreed on that day counts. */
    LocalDate askedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    DecidedLine.All lines;

    @JdbcTypeCode(SqlTypes.JSON)
    Used used;

    Instant decidedAt;

    protected CoverageDecision() {}

    /** As it is stored. @param amounts visits, or minutes */
    record Used(Map<Unit, BigDecimal> amounts) {}

    static CoverageDecision of(JobReport job) {
        CoverageDecision decision = new CoverageDecision();
        decision.id = job.orderId();
        decision.ticketId = job.ticketId();
        return decision;
    }

    void decide(JobReport job, Agreement agreed, CoverageRules.Decided decided, By by) {
        closureNumber = job.closureNumber();
        under = agreed.ref();
        askedOn = agreed.askedOn();
        lines = new DecidedLine.All(decided.lines());
        used = new Used(decided.used());
        decidedAt = by.at();
        note("COVERAGE_DECIDED", by, by.at(), "closure " + closureNumber);
        tellAgain();
    }

    /** Raises the event that carries it as it is. */
    public void tellAgain() {
        raise(new CoverageEvent.Decided(this));
    }

    @Override
    public String kind() {
        return "coverage-decision";
    }

    @Override
    public UUID correlationId() {
        return ticketId;
    }
}
