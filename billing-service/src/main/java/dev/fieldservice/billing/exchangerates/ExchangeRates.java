package dev.fieldservice.billing.exchangerates;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the rate that counts on a day. */
public final class ExchangeRates {

    /** The bank tells none on Sundays and holidays; an older one than that was forgotten to be entered. */
    public static final int DAYS = 7;

    private static final String LAST = """
            from ExchangeRate where currency = :currency and day <= :day and day > :tooOld and withdrawal is null
             order by day desc""";

    private ExchangeRates() {}

    /** The last that the bank told by this day (Fiscal Code, article 290); empty if none of the last seven days is known. */
    public static Uni<Optional<Exchange>> on(Mutiny.Session session, String currency, LocalDate day) {
        return session.createSelectionQuery(LAST, ExchangeRate.class)
                .setParameter("currency", currency)
                .setParameter("day", day)
                .setParameter("tooOld", day.minusDays(DAYS))
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(found -> Optional.ofNullable(found).map(ExchangeRate::exchange));
    }
}
