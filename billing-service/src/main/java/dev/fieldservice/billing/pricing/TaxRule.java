package dev.fieldservice.billing.pricing;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The tax category of one customer, one part or one kind of work from a day on, until the next rule about it. */
@Entity
public class TaxRule extends Aggregate implements Concerning {

    UUID customerId;
    UUID partId;

    @Enumerated(EnumType.STRING)
    WorkKind workKind;

    @Enumerated(EnumType.STRING)
    TaxCategory category;

    @Enumerated(EnumType.STRING)
    TaxLevel level;

    String exemptionReason;
    String reason;
    LocalDate validFrom;

    /** Null for as long as it is in force. */
    @JdbcTypeCode(SqlTypes.JSON)
    Withdrawal withdrawal;

    protected TaxRule() {}

    /** Refused with 422 where it is about nothing or several, or lacks why something is exempt (EN 16931, BR-E-10). */
    static TaxRule set(TaxRuleDetails details, By by) {
        Validity.requireDay(details.validFrom());
        if (Stream.of(details.customerId(), details.partId(), details.workKind())
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw Refusal.RuleViolated.at(
                    "/customerId", "one-of", "A rule is about one customer, one part or one kind of work.");
        }
        TaxRule rule = new TaxRule();
        rule.id = Ids.next();
        rule.customerId = details.customerId();
        rule.partId = details.partId();
        rule.workKind = details.workKind();
        rule.category = details.category();
        rule.level = Optional.ofNullable(details.level()).orElse(TaxLevel.STANDARD);
        rule.exemptionReason = details.exemptionReason();
        rule.reason = details.reason();
        rule.validFrom = details.validFrom();
        TaxRate.requireLevel(rule.category, rule.level);
        if (rule.exemptionReason != null && rule.category.isTaxed()) {
            throw Refusal.RuleViolated.at(
                    "/exemptionReason", "not-exempt", "A reason belongs to a category that is not taxed.");
        }
        if (rule.category == TaxCategory.E && rule.exemptionReason == null) {
            throw Refusal.RuleViolated.at("/exemptionReason", "missing", "Say why it is exempt: the invoice has to.");
        }
        rule.note("TAX_RULE_SET", by, by.at(), "%s from %s: %s".formatted(rule.category, rule.validFrom, rule.reason));
        return rule;
    }

    void withdraw(String why, By by) {
        if (withdrawal != null) {
            throw new Refusal.Conflict("withdrawn", "It was withdrawn and is not in force. Set what is right anew.")
                    .refused();
        }
        withdrawal = Withdrawal.of(why, by);
        note("TAX_RULE_WITHDRAWN", by, by.at(), why);
    }

    boolean isAbout(UUID part, WorkKind kind) {
        return part == null ? workKind != null && workKind == kind : part.equals(partId);
    }

    Tax tax() {
        return new Tax(category, level, Optional.ofNullable(exemptionReason).orElse(category.exemptionReason()));
    }

    @Override
    public PricesChanged concerns() {
        return new PricesChanged(partId, workKind, customerId, validFrom, null);
    }

    @Override
    public String kind() {
        return "tax-rule";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
