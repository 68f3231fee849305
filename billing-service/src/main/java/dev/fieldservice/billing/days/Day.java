package dev.fieldservice.billing.days;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.platform.problems.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;

/** The days by which is booked: those of the company's clock. */
public final class Day {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private Day() {}

    public static Uni<LocalDate> of(Mutiny.Session session, Instant at) {
        return KnownCompany.read(session).map(company -> LocalDate.ofInstant(at, company.zone()));
    }

    /** Java takes years that no database holds. @param day null if it was not given */
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
