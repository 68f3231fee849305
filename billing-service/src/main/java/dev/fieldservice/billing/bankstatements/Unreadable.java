package dev.fieldservice.billing.bankstatements;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** The refusals of files that are no bank statement. */
final class Unreadable {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Unreadable() {}

    static Refused file(String why) {
        return refused("not-a-statement", why);
    }

    static Refused row(int row, String why) {
        return refused("not-a-statement", "Row %d: %s".formatted(row, why));
    }

    static Refused tooMany(int most) {
        return refused("too-many-entries", "At most %d entries are taken at once. Send it in parts.".formatted(most));
    }

    /** What cannot be stored, or lies in the future. */
    static void requireSound(BankEntry entry, LocalDate today) {
        if (entry.bookedOn().isAfter(today) && entry.objection() == null
                || entry.bookedOn().isBefore(FIRST)) {
            throw row(entry.row(), "its day is not one on which it can have been booked.");
        }
        if (!CURRENCIES.contains(entry.currency())) {
            throw row(entry.row(), "its currency is none, such as RON.");
        }
    }

    private static Refused refused(String code, String detail) {
        return Refusal.RuleViolated.at("/content", code, detail);
    }
}
