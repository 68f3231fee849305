package dev.fieldservice.ticket.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CoverageDecision")
public record CoverageDecisionView(
        @Schema(description = "The job's id") UUID id,
        UUID ticketId,

        @Schema(description = "Of the closure that it is about; the first is 1")
        int closureNumber,

        @Schema(nullable = true) UUID contractId,
        @Schema(nullable = true) String contractNumber,
        @Schema(nullable = true) String contractName,
        @Schema(nullable = true) UUID warrantyId,

        @Schema(description = "The day on which it was asked for: what was agreed on that day counts")
        LocalDate askedOn,

        @Schema(description = "One for each usage and time entry, each call-out and the job", maxItems = 4000)
        List<DecidedLine> lines,

        Instant decidedAt) {

    static CoverageDecisionView of(CoverageDecision d) {
        return new CoverageDecisionView(
                d.id(),
                d.ticketId,
                d.closureNumber,
                d.under.contractId(),
                d.under.contractNumber(),
                d.under.contractName(),
                d.under.warrantyId(),
                d.askedOn,
                d.lines.items(),
                d.decidedAt);
    }
}
