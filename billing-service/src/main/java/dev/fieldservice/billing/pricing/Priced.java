package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A price or a rate: a number that is in force from a day on. One that was wrong is corrected, with a reason, and the right one
 * holds from its day on; one that should not be there is withdrawn. What it was before stays to be seen.
 */
@MappedSuperclass
public abstract class Priced extends Aggregate {

    @JdbcTypeCode(SqlTypes.JSON)
    Correction.All corrections = Correction.All.NONE;

    /** Null for as long as it is in force. */
    @JdbcTypeCode(SqlTypes.JSON)
    Withdrawal withdrawal;

    /** What it says now. */
    abstract BigDecimal value();

    /** Keeps what it said, with the reason; whoever calls sets what is right. */
    final void keep(BigDecimal right, String pointer, String reason, By by) {
        requireInForce();
        if (right.compareTo(value()) == 0) {
            throw Refusal.RuleViolated.at(pointer, "unchanged", "That is what it says.");
        }
        corrections = corrections.with(Correction.of(value(), reason, by));
        note("PRICE_CORRECTED", by, by.at(), "%s instead of %s: %s".formatted(plain(right), plain(value()), reason));
    }

    void withdraw(String reason, By by) {
        requireInForce();
        withdrawal = Withdrawal.of(reason, by);
        note("PRICE_WITHDRAWN", by, by.at(), reason);
    }

    private void requireInForce() {
        if (withdrawal != null) {
            throw new Refusal.Conflict("withdrawn", "It was withdrawn and is not in force. Set what is right anew.")
                    .refused();
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
