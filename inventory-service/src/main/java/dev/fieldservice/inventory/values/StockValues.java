package dev.fieldservice.inventory.values;

import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.platform.validation.DayBounds;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what stock was worth at the end of a day: by the last entry of each part at each place that was booked by then. */
final class StockValues {

    private static final UUID ANY = new UUID(0, 0);

    /** One step of an index for each part at each place. */
    private static final String THEN = """
              from stock_level l
             cross join lateral (
                   select v.on_hand, v.average, v.unit, v.currency from stock_valuation v
                    where v.part_id = l.part_id and v.location_id = l.location_id and v.recorded_at < :until
                    order by v.entry desc limit 1) v
            """;

    private static final String LIST = """
            select l.id, l.part_id, p.number as part_number, p.name as part_name, l.location_id, s.name as location_name,
                   v.on_hand, v.average, v.unit, v.currency
            """ + THEN + """
              left join part p on p.id = l.part_id
              left join stock_location s on s.id = l.location_id
             where l.id > :after and (:anyPart or l.part_id = :part) and (:anyLocation or l.location_id = :location)
             order by l.id""";

    private static final String TOTAL = """
            select v.currency, coalesce(sum(round(v.on_hand * v.average, 2)), 0) as value, count(*) as stocked,
                   count(*) filter (where v.average is null) as without_cost
            """ + THEN + """
             where v.on_hand <> 0 group by v.currency order by v.currency""";

    private StockValues() {}

    /** @param on null for now */
    static Uni<Instant> until(Mutiny.Session session, LocalDate on, Instant now) {
        DayBounds.require("on", on);
        return on == null
                ? Uni.createFrom().item(now.plusMillis(1))
                : KnownCompany.read(session)
                        .map(company ->
                                on.plusDays(1).atStartOfDay(company.zone()).toInstant());
    }

    static Uni<List<StockValue>> list(
            Mutiny.Session session, Instant until, UUID part, UUID location, UUID after, int most) {
        return session.createNativeQuery(LIST, Tuple.class)
                .setParameter("until", until)
                .setParameter("after", after)
                .setParameter("anyPart", part == null)
                .setParameter("part", Optional.ofNullable(part).orElse(ANY))
                .setParameter("anyLocation", location == null)
                .setParameter("location", Optional.ofNullable(location).orElse(ANY))
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(StockValue::of).toList());
    }

    static Uni<List<StockValueTotal>> total(Mutiny.Session session, Instant until) {
        return session.createNativeQuery(TOTAL, Tuple.class)
                .setParameter("until", until)
                .getResultList()
                .map(rows -> rows.stream().map(StockValueTotal::of).toList());
    }
}
