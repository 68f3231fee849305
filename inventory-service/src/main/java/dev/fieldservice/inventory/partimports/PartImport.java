package dev.fieldservice.inventory.partimports;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.transactions.Tx;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A list of parts that somebody has sent, and what becomes of it. */
@Entity
public class PartImport extends Aggregate {

    @Schema(name = "PartImportState")
    public enum State {
        RUNNING,
        DONE,
        /** It failed again and again; an administrator may have it tried once more. */
        GIVEN_UP
    }

    @Enumerated(EnumType.STRING)
    State state;

    /** Nothing is entered. */
    boolean dryRun;

    String sha256;
    int rowCount;
    int created;
    int changed;
    int unchanged;
    int rejected;
    Instant sentAt;
    UUID sentById;
    String sentBy;
    Instant endedAt;

    protected PartImport() {}

    static PartImport of(PartList list, boolean dryRun, By by) {
        PartImport made = new PartImport();
        made.id = Ids.next();
        made.state = State.RUNNING;
        made.dryRun = dryRun;
        made.sha256 = list.sha256();
        made.rowCount = list.rows().size();
        made.sentAt = by.at();
        made.sentById = by.id();
        made.sentBy = by.caller().name();
        made.note(dryRun ? "PART_IMPORT_TRIED" : "PART_IMPORT_BEGUN", by, by.at(), made.rowCount + " rows");
        return made;
    }

    boolean isDryRun() {
        return dryRun;
    }

    /** Whoever has sent the list enters the parts, now. */
    By sender(Tx tx) {
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
    void reject(int rows) {
        rejected += rows;
    }

    void goOn() {
        state = State.RUNNING;
        endedAt = null;
    }

    void end(By by) {
        state = State.DONE;
        endedAt = by.at();
        note(
                "PART_IMPORT_DONE",
                by,
                by.at(),
                "%d created, %d changed, %d unchanged, %d rejected".formatted(created, changed, unchanged, rejected));
    }

    void giveUp(String why, By by) {
        state = State.GIVEN_UP;
        endedAt = by.at();
        note("PART_IMPORT_GIVEN_UP", by, by.at(), why);
    }

    @Override
    public String kind() {
        return "part-import";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
