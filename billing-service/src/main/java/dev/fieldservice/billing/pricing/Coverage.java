package dev.fieldservice.billing.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was decided of a job under a contract or a warranty: it goes before rules about coverage that people enter.
 *
 * @param closureNumber of the closure that was decided about; 0 before there is a decision
 * @param askedOn the day whose agreement counts; null before there is a decision
 * @param contractId of the job, whose prices count; null if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Coverage(int closureNumber, LocalDate askedOn, UUID contractId, List<Line> lines) {

    public static final Coverage NONE = new Coverage(0, null, null, List.of());

    /** One usage or time entry, the call-out of a visit, or the job for its fixed price. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            ChargeKind kind,
            UUID sourceId,
            BigDecimal percent,
            CoverageBasis basis,
            UUID agreementId,
            String clause,
            String reason) {}

    /**
     * What is covered of this, as a rule that changes its price; empty where nothing is. What somebody drove is covered as the journey
     * is; the flat price of travel as the first journey of the visit, or else as its call-out.
     *
     * @param source null for what a person added
     */
    public Optional<AppliedRule> of(ChargeKind kind, UUID source) {
        return switch (kind) {
            case KILOMETRES -> decided(ChargeKind.TRAVEL, source);
            case TRAVEL_ZONE -> decided(ChargeKind.TRAVEL, source).or(() -> decided(ChargeKind.CALL_OUT, source));
            case PART, LABOUR, TRAVEL, CALL_OUT, FIXED_PRICE -> decided(kind, source);
        };
    }

    private Optional<AppliedRule> decided(ChargeKind kind, UUID source) {
        return lines.stream()
                .filter(line -> line.kind() == kind && line.sourceId().equals(source))
                .filter(line -> line.percent().signum() > 0)
                .findFirst()
                .map(line -> AppliedRule.decided(line, askedOn));
    }
}
