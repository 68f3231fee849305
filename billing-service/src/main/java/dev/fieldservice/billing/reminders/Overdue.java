package dev.fieldservice.billing.reminders;

import dev.fieldservice.contracts.Money;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * An invoice that is overdue.
 *
 * @param reminded the highest level at which its customer was reminded of it; 0 if never
 */
record Overdue(UUID id, String number, String customerName, LocalDate due, Money open, long daysLate, int reminded) {

    private static final int MOST = 200;

    private static final String OF_CUSTOMER = """
            select r.id, r.number, r.customer_name, r.due_date, r.open, r.currency, ?2 - r.due_date as late,
                   (select coalesce(max(d.level), 0) from reminded d where d.receivable_id = r.id) as reminded
              from open_item r
             where r.customer_id = ?1 and r.item_type = 'RECEIVABLE' and r.settled_on is null and r.amount > 0 and r.due_date < ?2
             order by r.due_date, r.id""";

    private static final String CUSTOMERS = """
            select distinct r.customer_id
              from open_item r
             where r.item_type = 'RECEIVABLE' and r.settled_on is null and r.amount > 0 and r.due_date <= ?1
               and not exists (select 1 from reminded d where d.receivable_id = r.id and d.level >= ?2)
             order by r.customer_id""";

    private static final String ADDRESS = """
            select buyer ->> 'email' from invoice where customer_id = ?1 and state = 'ISSUED' order by issued_at desc limit 1""";

    /** What is overdue of a customer, the oldest first; no more than anybody reads in a letter. */
    static Uni<List<Overdue>> of(Mutiny.Session session, UUID customer, LocalDate today) {
        return session.createNativeQuery(OF_CUSTOMER, Tuple.class)
                .setParameter(1, customer)
                .setParameter(2, today)
                .setMaxResults(MOST)
                .getResultList()
                .map(rows -> rows.stream().map(Overdue::of).toList());
    }

    /** Those with an invoice that was due by this day and of which they were not reminded at this level. */
    static Uni<List<UUID>> customers(Mutiny.Session session, LocalDate due, int level, int most) {
        return session.createNativeQuery(CUSTOMERS, UUID.class)
                .setParameter(1, due)
                .setParameter(2, level)
                .setMaxResults(most)
                .getResultList();
    }

    /** Where the newest invoice of a customer says that invoices are sent. */
    static Uni<Optional<String>> address(Mutiny.Session session, UUID customer) {
        return session.createNativeQuery(ADDRESS, String.class)
                .setParameter(1, customer)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    private static Overdue of(Tuple row) {
        return new Overdue(
                row.get("id", UUID.class),
                row.get("number", String.class),
                row.get("customer_name", String.class),
                row.get("due_date", LocalDate.class),
                new Money(row.get("open", BigDecimal.class), row.get("currency", String.class)),
                row.get("late", Integer.class),
                row.get("reminded", Integer.class));
    }
}
