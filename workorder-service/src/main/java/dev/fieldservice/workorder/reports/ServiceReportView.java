package dev.fieldservice.workorder.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An edition of a report without its content, which has an address of its own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ServiceReport")
public record ServiceReportView(
        UUID id,

        @Schema(description = "As it stands on it", examples = "SO-2026-000001/1")
        String number,

        @Schema(description = "1 for the first; a correction is the next")
        int edition,

        @Schema(description = "FAILED where it could not be made; the office has it made again")
        ServiceReport.State state,

        @Schema(nullable = true, description = "With FAILED: why")
        String failure,

        @Schema(nullable = true, description = "The edition that it replaces")
        UUID replaces,

        @Schema(nullable = true, description = "The edition that has replaced it")
        UUID replacedBy,

        @Schema(description = "SHA-256 of what it says, which stands on it")
        String factsHash,

        @Schema(format = "uri", description = "Where anybody who has it sees whether it is genuine, and the newest")
        String verification,

        @Schema(description = "Once it is issued: one, and in other languages when somebody wants it there")
        List<ReportFile> files,

        Instant madeAt,
        @Schema(nullable = true) Instant issuedAt) {

    static ServiceReportView of(ServiceReport r, ReportsConfig config) {
        return new ServiceReportView(
                r.id(),
                r.number(),
                r.edition,
                r.shownState(),
                r.failure,
                r.replaces,
                r.replacedBy,
                r.factsHash,
                VerificationResource.address(config, r.code),
                r.files.items(),
                r.madeAt,
                r.issuedAt);
    }
}
