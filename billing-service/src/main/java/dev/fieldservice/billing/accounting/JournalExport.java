package dev.fieldservice.billing.accounting;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Entries that were handed over to bookkeeping together; each is in one export. */
@Entity
@Immutable
public class JournalExport extends Aggregate {

    LocalDate upTo;
    int entries;

    /** False if there was more than one export takes. */
    boolean complete;

    UUID madeBy;
    String makerName;
    Instant madeAt;

    protected JournalExport() {}

    /** @param taken how many entries it holds */
    static JournalExport of(UUID id, NewJournalExport wanted, int taken, boolean complete, By by) {
        if (taken == 0) {
            throw new Refusal.Conflict(
                            "nothing-to-export", "All of this day and before is exported. Choose a later day.")
                    .refused();
        }
        JournalExport export = new JournalExport();
        export.id = id;
        export.upTo = wanted.upTo();
        export.entries = taken;
        export.complete = complete;
        export.madeBy = by.id();
        export.makerName = by.caller().name();
        export.madeAt = by.at();
        export.note("JOURNAL_EXPORTED", by, by.at(), "%d entries up to %s".formatted(taken, wanted.upTo()));
        return export;
    }

    @Override
    public String kind() {
        return "journal-export";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
