package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * How prices are made from a day on: what time of which day costs, what a visit costs at least, what the way to it costs, what a kind of
 * work costs as a whole, what is taken off or covered, and for whom. The newest of one name counts.
 */
@Entity
public class PriceRule extends Aggregate implements Concerning {

    String name;
    UUID customerId;

    /** Null if it is of no contract. */
    UUID contractId;

    UUID assetId;
    UUID partId;
    UUID workTypeId;

    @JdbcTypeCode(SqlTypes.JSON)
    PriceTerms terms;

    /** Of the amounts that it names. */
    String currency;

    String reason;
    LocalDate validFrom;

    /** Null until the next. */
    LocalDate validThrough;

    /** Null for as long as it is in force. */
    @JdbcTypeCode(SqlTypes.JSON)
    Withdrawal withdrawal;

    protected PriceRule() {}

    /** Refused with 422 where it says nothing, several things at once, or of something that it cannot be about. */
    static PriceRule set(PriceRuleDetails details, String currency, By by) {
        PriceRuleBounds.require(details, currency);
        PriceRule rule = new PriceRule();
        rule.id = Ids.next();
        rule.name = details.name();
        rule.customerId = details.customerId();
        rule.contractId = details.contractId();
        rule.assetId = details.assetId();
        rule.partId = details.partId();
        rule.workTypeId = details.workTypeId();
        rule.terms = details.terms();
        rule.currency = currency;
        rule.reason = details.reason();
        rule.validFrom = details.validFrom();
        rule.validThrough = details.validThrough();
        rule.note(
                "PRICE_RULE_SET",
                by,
                by.at(),
                "%s %s from %s: %s".formatted(rule.terms.effect(), rule.name, rule.validFrom, rule.reason));
        return rule;
    }

    void withdraw(String why, By by) {
        if (withdrawal != null) {
            throw new Refusal.Conflict("withdrawn", "It was withdrawn and is not in force. Set what is right anew.")
                    .refused();
        }
        withdrawal = Withdrawal.of(why, by);
        note("PRICE_RULE_WITHDRAWN", by, by.at(), why);
    }

    Scope scope() {
        return Scope.of(customerId, contractId);
    }

    /** Of what it takes, adds or covers; null where it names amounts. */
    BigDecimal percent() {
        return switch (terms.effect()) {
            case BAND -> terms.band().percent();
            case DISCOUNT -> terms.discount().percent();
            case COVERAGE -> terms.coverage().percent();
            case VISIT, FIXED_PRICE, ZONE -> null;
        };
    }

    /** Of visit terms that say it. */
    public int minimumMinutes() {
        return terms.visit().minimumMinutes();
    }

    /** Of visit terms that price kilometres: so many of each visit are not charged. */
    public BigDecimal freeKilometres() {
        return Optional.ofNullable(terms.visit().freeKilometres()).orElse(BigDecimal.ZERO);
    }

    /** The same. */
    public PriceTerms.Rounding rounding() {
        return terms.visit().rounding();
    }

    /** Which it is, as a line that follows it keeps it. */
    public RuleRef ref() {
        return new RuleRef(id, name, scope(), validFrom);
    }

    @Override
    public PricesChanged concerns() {
        return new PricesChanged(partId, null, customerId, validFrom, null);
    }

    @Override
    public String kind() {
        return "price-rule";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
