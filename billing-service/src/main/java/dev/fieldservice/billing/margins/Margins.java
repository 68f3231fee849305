package dev.fieldservice.billing.margins;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds margins. */
final class Margins {

    private static final String IN_ORDER =
            " where (coalesce(m.key, ''), m.currency) > (:key, :currency) order by coalesce(m.key, ''), m.currency";
    private static final String NEWEST = " where m.currency = :currency order by m.key desc";
    private static final String LARGEST = " where m.currency = :currency order by m.revenue desc, m.key";

    /** A list of jobs need not add up all that come later. */
    private static final String FROM_HERE = " and order_id >= :first order by order_id limit :most";

    private static final UUID FIRST = new UUID(0, 0);

    private Margins() {}

    /** Those after a position of the list, in the order of keys and currencies. */
    static Uni<List<Margin>> inOrder(
            Mutiny.Session session, MarginQuestion asked, String key, String currency, int most) {
        Map<String, Object> given = new HashMap<>(Map.of("key", key, "currency", currency));
        if (asked.by() != MarginBy.JOB) {
            return find(session, asked, MarginSql.of(asked, "") + IN_ORDER, given, most);
        }
        given.put("first", key.isEmpty() ? FIRST : UUID.fromString(key));
        given.put("most", most + 1);
        return find(session, asked, MarginSql.of(asked, FROM_HERE) + IN_ORDER, given, most);
    }

    /** The newest months; of all else those that brought in most. */
    static Uni<List<Margin>> foremost(Mutiny.Session session, MarginQuestion asked, String currency, int most) {
        String order = asked.by().isInTime() ? NEWEST : LARGEST;
        return find(session, asked, MarginSql.of(asked, "") + order, Map.of("currency", currency), most);
    }

    private static Uni<List<Margin>> find(
            Mutiny.Session session, MarginQuestion asked, String sql, Map<String, Object> given, int most) {
        Mutiny.SelectionQuery<Tuple> query = session.createNativeQuery(sql, Tuple.class)
                .setMaxResults(most)
                .setParameter("from", asked.days().from())
                .setParameter("to", asked.days().to());
        given.forEach(query::setParameter);
        return query.getResultList().map(rows -> rows.stream().map(Margin::of).toList());
    }
}
