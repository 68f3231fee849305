package dev.fieldservice.billing.accounts;

import dev.fieldservice.billing.company.KnownCompany;
import dev.fieldservice.contracts.Money;
import dev.fieldservice.platform.problems.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The look-up of what was booked on an account. */
final class Statements {

    private static final int MOST_ENTRIES = 2000;

    private static final String BOOKED = """
            with booked as (
                select id, item_type, booked_on, amount, coalesce(number, reference) as reference, due_date, false as back
                  from open_item where customer_id = ?1 and currency = ?2
                union all
                select id, item_type, taken_back_on, -amount, reference, null, true
                  from open_item where customer_id = ?1 and currency = ?2 and taken_back_on is not null)
            """;
    private static final String OPENING = BOOKED + "select coalesce(sum(amount), 0) from booked where booked_on < ?3";
    private static final String ENTRIES =
            BOOKED + "select * from booked where booked_on between ?3 and ?4 order by booked_on, id, back";

    private Statements() {}

    static Uni<Statement> of(Mutiny.Session session, UUID customer, StatementPeriod period) {
        return currency(session, period)
                .chain(currency -> opening(session, customer, currency, period)
                        .chain(opening -> entries(session, customer, currency, period)
                                .map(rows -> statement(customer, period, opening, rows))));
    }

    private static Uni<String> currency(Mutiny.Session session, StatementPeriod period) {
        return Optional.ofNullable(period.currency)
                .map(given -> Uni.createFrom().item(given))
                .orElseGet(() -> KnownCompany.read(session).map(KnownCompany::currency));
    }

    private static Uni<Money> opening(Mutiny.Session session, UUID customer, String currency, StatementPeriod period) {
        return session.createNativeQuery(OPENING, BigDecimal.class)
                .setParameter(1, customer)
                .setParameter(2, currency)
                .setParameter(3, period.from)
                .getSingleResult()
                .map(sum -> new Money(sum, currency));
    }

    private static Uni<List<Tuple>> entries(
            Mutiny.Session session, UUID customer, String currency, StatementPeriod period) {
        return session.createNativeQuery(ENTRIES, Tuple.class)
                .setParameter(1, customer)
                .setParameter(2, currency)
                .setParameter(3, period.from)
                .setParameter(4, period.to)
                .setMaxResults(MOST_ENTRIES + 1)
                .getResultList()
                .invoke(rows -> {
                    if (rows.size() > MOST_ENTRIES) {
                        throw new Refusal.RuleViolated(
                                        "too-many-entries",
                                        "There are more than %d entries. Ask for fewer days.".formatted(MOST_ENTRIES))
                                .refused();
                    }
                });
    }

    private static Statement statement(UUID customer, StatementPeriod period, Money opening, List<Tuple> rows) {
        List<Statement.Entry> entries = new ArrayList<>();
        Money balance = opening;
        for (Tuple row : rows) {
            Money amount = new Money(row.get("amount", BigDecimal.class), opening.currency());
            balance = balance.plus(amount);
            entries.add(new Statement.Entry(
                    row.get("id", UUID.class),
                    row.get("booked_on", LocalDate.class),
                    kind(row, amount),
                    row.get("reference", String.class),
                    row.get("due_date", LocalDate.class),
                    amount,
                    balance));
        }
        return new Statement(customer, period.from, period.to, opening, entries, balance);
    }

    private static Statement.Kind kind(Tuple row, Money amount) {
        boolean isOwed = amount.amount().signum() >= 0;
        if (row.get("back", Boolean.class)) {
            return Statement.Kind.TAKEN_BACK;
        }
        return row.get("item_type", String.class).equals("RECEIVABLE")
                ? isOwed ? Statement.Kind.INVOICE : Statement.Kind.CREDIT_NOTE
                : isOwed ? Statement.Kind.REFUND : Statement.Kind.PAYMENT;
    }
}
