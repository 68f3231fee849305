package dev.fieldservice.platform.validation;

import dev.fieldservice.platform.problems.Refusal;
import java.time.LocalDate;

/** The bounds of days that people enter: Java takes years that no database holds. */
public final class DayBounds {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private DayBounds() {}

    /** @param day null if it was not given */
    public static void require(String pointer, LocalDate day) {
        if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST))) {
            throw Refusal.Invalid.field(pointer, "out-of-range", "A day from 2000 to 2999 is expected.")
                    .refused();
        }
    }

    /** What has not happened yet is not booked. */
    public static void requirePast(String pointer, LocalDate day, LocalDate today) {
        require(pointer, day);
        if (day.isAfter(today)) {
            throw Refusal.RuleViolated.at(pointer, "in-the-future", "A day up to " + today + " is expected.");
        }
    }
}
