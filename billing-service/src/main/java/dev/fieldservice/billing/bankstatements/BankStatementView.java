package dev.fieldservice.billing.bankstatements;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BankStatement")
public record BankStatementView(
        UUID id,
        StatementFormat format,
        String name,

        @Schema(description = "Of the file, in hexadecimal digits")
        String sha256,

        @Schema(description = "Nothing was recorded") boolean dryRun,

        Instant importedAt,
        String importedBy,
        List<StatementLine> lines) {

    static BankStatementView of(BankStatement s) {
        return new BankStatementView(
                s.id(), s.format, s.name, s.sha256, s.dryRun, s.importedAt, s.importedBy, s.lines.items());
    }

    /** As it stands in a list. */
    @Schema(name = "BankStatementSummary")
    public record Summary(
            UUID id,
            StatementFormat format,
            String name,
            @Schema(description = "Nothing was recorded") boolean dryRun,
            Instant importedAt,
            String importedBy,
            @Schema(description = "How many lines it has") int lines,

            @Schema(description = "How many of them are payments that were not known")
            int payments) {

        static Summary of(BankStatement s) {
            List<StatementLine> all = s.lines.items();
            return new Summary(
                    s.id(), s.format, s.name, s.dryRun, s.importedAt, s.importedBy, all.size(), (int) all.stream()
                            .filter(line -> line.outcome() == StatementLine.Outcome.PAYMENT)
                            .count());
        }
    }
}
