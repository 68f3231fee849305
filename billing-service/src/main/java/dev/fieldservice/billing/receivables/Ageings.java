package dev.fieldservice.billing.receivables;

import dev.fieldservice.contracts.Money;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The look-up of what was open on a day: what was booked until then, without what was allocated until then and not undone again.
 * Nothing of it is kept, so that it is the same whenever it is asked for.
 */
final class Ageings {

    private static final String OPEN = """
            with told as (
                select i.id, i.customer_id, i.currency, i.due_date, i.amount,
                       (select coalesce(sum(a.amount), 0) from allocation a
                         where a.debit_id = i.id and a.allocated_on <= :day and (a.undone_on is null or a.undone_on > :day)) as paid,
                       (select coalesce(sum(a.amount), 0) from allocation a
                         where a.credit_id = i.id and a.allocated_on <= :day and (a.undone_on is null or a.undone_on > :day)) as used
                  from open_item i
                 where i.customer_id is not null and i.booked_on <= :day and (i.settled_on is null or i.settled_on > :day)%s),
            aged as (
                select customer_id, currency, amount - paid + used as open, coalesce(:day - due_date, 0) as late
                  from told)
            """;
    private static final String SUMS = """
                   coalesce(sum(open) filter (where open > 0 and late <= 0), 0) as not_due,
                   coalesce(sum(open) filter (where open > 0 and late between 1 and 30), 0) as days_30,
                   coalesce(sum(open) filter (where open > 0 and late between 31 and 60), 0) as days_60,
                   coalesce(sum(open) filter (where open > 0 and late between 61 and 90), 0) as days_90,
                   coalesce(sum(open) filter (where open > 0 and late > 90), 0) as over_90,
                   coalesce(sum(open) filter (where open < 0), 0) as unallocated,
                   sum(open) as balance
              from aged where open <> 0
            """;
    private static final String OF_CUSTOMERS = OPEN + """
            select customer_id, currency,
                   (select n.customer_name from open_item n where n.customer_id = aged.customer_id and n.customer_name is not null
                     order by n.booked_on desc, n.id desc limit 1) as customer_name,
            """ + SUMS + """
               and customer_id || currency > :after
             group by customer_id, currency order by customer_id || currency""";
    private static final String OF_ALL = OPEN + "select currency, " + SUMS + " group by currency order by currency";
    private static final String OF_ONE = " and i.customer_id = :customer";

    private Ageings() {}

    /** @param customer null for all @param after the position behind which to read; empty for the beginning */
    static Uni<List<Ageing.OfCustomer>> ofCustomers(
            Mutiny.Session session, LocalDate day, UUID customer, String after, int most) {
        return query(session, OF_CUSTOMERS, day, customer)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Ageing.OfCustomer(
                                row.get("customer_id", UUID.class),
                                row.get("customer_name", String.class),
                                amounts(row)))
                        .toList());
    }

    static Uni<List<Ageing.Amounts>> ofAll(Mutiny.Session session, LocalDate day, UUID customer) {
        return query(session, OF_ALL, day, customer)
                .getResultList()
                .map(rows -> rows.stream().map(Ageings::amounts).toList());
    }

    /** Where a row stands in the list. */
    static String position(Ageing.OfCustomer row) {
        return row.customerId() + row.amounts().balance().currency();
    }

    private static Mutiny.SelectionQuery<Tuple> query(
            Mutiny.Session session, String text, LocalDate day, UUID customer) {
        Mutiny.SelectionQuery<Tuple> query = session.createNativeQuery(
                        text.formatted(customer == null ? "" : OF_ONE), Tuple.class)
                .setParameter("day", day);
        return customer == null ? query : query.setParameter("customer", customer);
    }

    private static Ageing.Amounts amounts(Tuple row) {
        String currency = row.get("currency", String.class);
        List<Money> sums = Stream.of("not_due", "days_30", "days_60", "days_90", "over_90", "unallocated", "balance")
                .map(column -> new Money(row.get(column, BigDecimal.class), currency))
                .toList();
        return new Ageing.Amounts(
                sums.get(0), sums.get(1), sums.get(2), sums.get(3), sums.get(4), sums.get(5), sums.get(6));
    }
}
