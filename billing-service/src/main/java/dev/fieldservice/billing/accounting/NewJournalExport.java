package dev.fieldservice.billing.accounting;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be exported. */
public record NewJournalExport(
        @NotNull @Schema(description = "All of this day and before that is not exported yet", examples = "2026-03-31")
        LocalDate upTo) {}
