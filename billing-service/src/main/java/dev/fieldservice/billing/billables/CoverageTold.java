package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.pricing.Coverage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What this service needs of {@code coverage-decided}. */
public record CoverageTold(
        UUID orderId, UUID ticketId, int closureNumber, UUID contractId, LocalDate askedOn, List<Coverage.Line> lines) {

    Coverage coverage() {
        return new Coverage(closureNumber, askedOn, contractId, lines);
    }
}
