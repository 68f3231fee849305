package dev.fieldservice.billing.accounting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "JournalExport")
public record JournalExportView(
        UUID id,

        @Schema(description = "The last day that it was made for")
        LocalDate upTo,

        @Schema(description = "How many entries it holds") int entries,

        @Schema(description = "False if there was more than one export takes: make another")
        boolean complete,

        UUID madeBy,
        String makerName,
        Instant madeAt) {

    static JournalExportView of(JournalExport e) {
        return new JournalExportView(e.id(), e.upTo, e.entries, e.complete, e.madeBy, e.makerName, e.madeAt);
    }
}
