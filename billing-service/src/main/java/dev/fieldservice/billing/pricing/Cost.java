package dev.fieldservice.billing.pricing;

import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What something costs the company from a day on: set, put right and withdrawn as a price is. */
@MappedSuperclass
public abstract class Cost extends Priced {

    BigDecimal unitCost;
    String currency;
    LocalDate validFrom;

    protected Cost() {}

    protected Cost(String pointer, UnitPrice cost, LocalDate validFrom, String currency) {
        Validity.requireDay(validFrom);
        Validity.requireCurrency(pointer, cost, currency);
        this.id = Ids.next();
        this.unitCost = cost.amount();
        this.currency = currency;
        this.validFrom = validFrom;
    }

    /** It was wrong: this is right, from its day on. */
    protected final void putRight(String pointer, UnitPrice right, String reason, By by) {
        Validity.requireCurrency(pointer, right, currency);
        keep(right.amount(), pointer + "/amount", reason, by);
        unitCost = right.amount();
    }

    /** Which items of closed jobs. */
    public abstract CostsChanged concerns();

    @Override
    public final void withdraw(String reason, By by) {
        super.withdraw(reason, by);
    }

    @Override
    final BigDecimal value() {
        return unitCost;
    }

    public final UnitPrice unitCost() {
        return new UnitPrice(unitCost, currency);
    }

    public final LocalDate validFrom() {
        return validFrom;
    }

    /** What it said before, oldest first. */
    public final List<Correction> corrections() {
        return corrections.items();
    }

    /** Empty for as long as it is in force. */
    public final Optional<Withdrawal> withdrawal() {
        return Optional.ofNullable(withdrawal);
    }
}
