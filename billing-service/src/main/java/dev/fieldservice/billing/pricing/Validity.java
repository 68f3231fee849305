package dev.fieldservice.billing.pricing;

import dev.fieldservice.contracts.UnitPrice;
import dev.fieldservice.platform.problems.Refusal;
import java.time.LocalDate;

/** The validation of prices and rates. */
final class Validity {

    static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private Validity() {}

    static void requireDay(LocalDate validFrom) {
        if (validFrom.isBefore(FIRST) || validFrom.isAfter(LAST)) {
            throw Refusal.Invalid.field("/validFrom", "out-of-range", "A day from 2000 to 2999 is expected.")
                    .refused();
        }
    }

    /** @param validThrough null until the next */
    static void requireDays(LocalDate validFrom, LocalDate validThrough) {
        requireDay(validFrom);
        if (validThrough != null && (validThrough.isBefore(validFrom) || validThrough.isAfter(LAST))) {
            throw Refusal.Invalid.field("/validThrough", "out-of-range", "A day from validFrom to 2999 is expected.")
                    .refused();
        }
    }

    /** @param through null until the next */
    static boolean holds(LocalDate day, LocalDate from, LocalDate through) {
        return !day.isBefore(from) && (through == null || !day.isAfter(through));
    }

    static void requireCurrency(String pointer, UnitPrice price, String currency) {
        if (!price.currency().equals(currency)) {
            throw Refusal.RuleViolated.at(pointer + "/currency", "other-currency", "Prices are in " + currency + ".");
        }
    }
}
