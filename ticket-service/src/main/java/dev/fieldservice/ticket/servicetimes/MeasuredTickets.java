package dev.fieldservice.ticket.servicetimes;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Measures how long requests took. */
final class MeasuredTickets {

    private static final String COLUMNS = """
            count(t.%1$s_minutes) as %1$s_measured,
            percentile_disc(0.5) within group (order by t.%1$s_minutes) as %1$s_p50,
            percentile_disc(0.9) within group (order by t.%1$s_minutes) as %1$s_p90,
            percentile_disc(0.95) within group (order by t.%1$s_minutes) as %1$s_p95,
            count(*) filter (where t.%1$s_minutes <= t.%1$s_promised_minutes) as %1$s_kept,
            count(*) filter (where t.clocks #>> '{%1$s,runningSince}' is not null and t.%2$s_by <= cast(:now as timestamptz)) as %1$s_overdue""";

    private static final String SQL = """
            select %1$s as key, max(%2$s) as name, count(*) as tickets, %3$s
              from ticket t join customer c on c.id = t.customer_id, (select details ->> 'timeZone' as zone from company) as company
             where coalesce(t.first_asked_at, t.created_at) >= timezone(company.zone, cast(cast(:from as date) as timestamp))
               and coalesce(t.first_asked_at, t.created_at) < timezone(company.zone, cast(cast(:to as date) + 1 as timestamp))
               and t.plan_id is null and t.state not in ('CANCELLED', 'REJECTED')%4$s
             group by 1 having %1$s > :after order by 1""";

    private MeasuredTickets() {}

    /** Those after a key, in the order of keys. */
    static Uni<List<ServiceTimes>> inOrder(
            Mutiny.Session session, ServiceTimesQuestion asked, String after, int most, Instant now) {
        String columns = Stream.of(COLUMNS.formatted("response", "respond"), COLUMNS.formatted("resolution", "resolve"))
                .collect(Collectors.joining(",\n"));
        String narrowed = (asked.customerId == null ? "" : " and coalesce(c.merged_into, c.id) = :customer")
                + (asked.priority == null ? "" : " and t.priority = :priority");
        Mutiny.SelectionQuery<Tuple> query = session.createNativeQuery(
                        SQL.formatted(asked.by.key, asked.by.name, columns, narrowed), Tuple.class)
                .setMaxResults(most)
                .setParameter("from", asked.from)
                .setParameter("to", asked.to)
                .setParameter("after", after)
                .setParameter("now", now);
        if (asked.customerId != null) {
            query.setParameter("customer", asked.customerId);
        }
        if (asked.priority != null) {
            query.setParameter("priority", asked.priority.name());
        }
        return query.getResultList()
                .map(rows -> rows.stream().map(ServiceTimes::of).toList());
    }
}
