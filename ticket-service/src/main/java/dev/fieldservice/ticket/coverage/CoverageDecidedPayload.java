package dev.fieldservice.ticket.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code coverage-decided} v1: how far each line of a closed job is covered; that of the newest closure is all that counts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverageDecidedPayload(
        UUID orderId,
        UUID ticketId,
        int closureNumber,
        UUID contractId,
        String contractNumber,
        String contractName,
        UUID warrantyId,
        LocalDate askedOn,
        List<DecidedLine> lines,
        Instant decidedAt) {

    public static CoverageDecidedPayload of(CoverageEvent.Decided event) {
        CoverageDecision decision = event.decision();
        return new CoverageDecidedPayload(
                decision.id(),
                decision.ticketId,
                decision.closureNumber,
                decision.under.contractId(),
                decision.under.contractNumber(),
                decision.under.contractName(),
                decision.under.warrantyId(),
                decision.askedOn,
                decision.lines.items(),
                decision.decidedAt);
    }
}
