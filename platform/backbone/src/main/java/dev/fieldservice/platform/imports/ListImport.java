package dev.fieldservice.platform.imports;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.Tx;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** A list that somebody has sent, and what becomes of it. */
@MappedSuperclass
public abstract class ListImport extends Aggregate {

    @Enumerated(EnumType.STRING)
    protected ImportState state;

    /** Nothing is entered. */
    protected boolean dryRun;

    protected String sha256;
    protected int rowCount;
    protected int created;
    protected int changed;
    protected int unchanged;
    protected int rejected;
    protected Instant sentAt;
    protected UUID sentById;
    protected String sentBy;
    protected Instant endedAt;

    protected ListImport() {}

    protected void begin(ListFile list, boolean isDryRun, By by) {
        id = Ids.next();
        state = ImportState.RUNNING;
        dryRun = isDryRun;
        sha256 = list.sha256();
        rowCount = list.rows().size();
        rejected = (int)
                list.rows().stream().filter(row -> row.objection().isPresent()).count();
        sentAt = by.at();
        sentById = by.id();
        sentBy = by.caller().name();
        note(isDryRun ? "TRIED" : "BEGUN", by, rowCount + " rows");
    }

    private void note(String what, By by, String detail) {
        note(kind().replace('-', '_').toUpperCase(Locale.ROOT) + "_" + what, by, by.at(), detail);
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** Whoever has sent the list enters its rows, now. */
    public By sender(Tx tx) {
        return new By(
                new Caller(sentById, sentBy, Set.of()),
                tx.by().at(),
                tx.by().commandId(),
                tx.by().traceparent());
    }

    void count(RowOutcome outcome) {
        switch (outcome) {
            case CREATED -> created++;
            case CHANGED -> changed++;
            case UNCHANGED -> unchanged++;
            case REJECTED -> rejected++;
        }
    }

    /** Some were rejected before any was looked up. */
    public void reject(int rows) {
        rejected += rows;
    }

    void goOn() {
        state = ImportState.RUNNING;
        endedAt = null;
    }

    void end(By by) {
        state = ImportState.DONE;
        endedAt = by.at();
        note(
                "DONE",
                by,
                "%d created, %d changed, %d unchanged, %d rejected".formatted(created, changed, unchanged, rejected));
    }

    void giveUp(String why, By by) {
        state = ImportState.GIVEN_UP;
        endedAt = by.at();
        note("GIVEN_UP", by, why);
    }

    public ListReport view() {
        return new ListReport(
                id, state, dryRun, sha256, rowCount, created, changed, unchanged, rejected, sentAt, sentBy, endedAt);
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
