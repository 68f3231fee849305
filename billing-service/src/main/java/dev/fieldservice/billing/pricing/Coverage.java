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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Coverage(int closureNumber, LocalDate askedOn, List<Line> lines) {

    public static final Coverage NONE = new Coverage(0, null, List.of());

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
     * is.
     *
     * @param source null for what a person added
     */
    public Optional<AppliedRule> of(ChargeKind kind, UUID source) {
        ChargeKind decided = kind == ChargeKind.KILOMETRES ? ChargeKind.TRAVEL : kind;
        return lines.stream()
                .filter(line -> line.kind() == decided && line.sourceId().equals(source))
                .filter(line -> line.percent().signum() > 0)
                .findFirst()
                .map(line -> AppliedRule.decided(line, askedOn));
    }
}
