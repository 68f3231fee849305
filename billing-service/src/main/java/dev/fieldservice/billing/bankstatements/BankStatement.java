package dev.fieldservice.billing.bankstatements;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A bank statement that somebody has sent, and what became of each line. */
@Entity
public class BankStatement extends Aggregate {

    @Enumerated(EnumType.STRING)
    StatementFormat format;

    String name;
    String sha256;

    /** Nothing was recorded. */
    boolean dryRun;

    Instant importedAt;
    String importedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    Lines lines;

    /** As they are stored. */
    record Lines(List<StatementLine> items) {}

    protected BankStatement() {}

    BankStatement(NewBankStatement sent, String sha256, By by) {
        id = Ids.next();
        format = sent.format();
        name = sent.name();
        this.sha256 = sha256;
        dryRun = sent.isDryRun();
        importedAt = by.at();
        importedBy = by.caller().name();
        lines = new Lines(List.of());
        note(dryRun ? "STATEMENT_TRIED" : "STATEMENT_IMPORTED", by, by.at(), name);
    }

    void became(List<StatementLine> all) {
        lines = new Lines(List.copyOf(all));
    }

    @Override
    public String kind() {
        return "bank-statement";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
