package dev.fieldservice.ticket.contracts;

import dev.fieldservice.contracts.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Visits or hours that the fee includes. A request takes some of them provisionally as soon as it is recorded, so that who asked
 * first has them, whichever job is closed first.
 */
@Schema(name = "ContractAllowance")
public record Allowance(
        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Text.LINES)
        @Schema(description = "As the line of the invoice names it", examples = "Art. 4: două vizite pe an")
        String clause,

        @NotNull Unit unit,

        @NotNull @Min(1) @Max(100000) @Schema(description = "How many are included in each period")
        Integer included,

        @NotNull Period per,

        @NotNull @Min(1) @Max(1000) @Schema(description = "How many of them one request takes at most")
        Integer perTicket) {

    private static final BigDecimal MINUTES = new BigDecimal(60);

    /** What is counted. */
    @Schema(name = "AllowanceUnit")
    public enum Unit {
        /** Covers all labour and travel of a visit. */
        VISIT,
        /** Covers labour, in the order in which it was worked. */
        HOUR
    }

    /** How long it lasts. */
    @Schema(name = "AllowancePeriod")
    public enum Period {
        /** Once for the term of the contract; anew when it is renewed. */
        TERM,
        /** Years counted from the contract's first day. */
        YEAR,
        MONTH
    }

    /** In the units of the ledger: visits, or minutes. */
    BigDecimal inLedger(int count) {
        BigDecimal some = new BigDecimal(count);
        return switch (unit) {
            case VISIT -> some;
            case HOUR -> some.multiply(MINUTES);
        };
    }

    /** The first day of the period that a day lies in. @param from the contract's first day, term that of its present term */
    LocalDate period(LocalDate day, LocalDate from, LocalDate term) {
        return switch (per) {
            case TERM -> term;
            case YEAR -> from.plusYears(Math.max(0, ChronoUnit.YEARS.between(from, day)));
            case MONTH -> from.plusMonths(Math.max(0, ChronoUnit.MONTHS.between(from, day)));
        };
    }
}
