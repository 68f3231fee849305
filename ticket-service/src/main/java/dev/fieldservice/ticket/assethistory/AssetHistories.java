package dev.fieldservice.ticket.assethistory;

import dev.fieldservice.ticket.closedjobs.ClosedJob;
import dev.fieldservice.ticket.closedjobs.PartReplaced;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the lives of machines, of all that is known here of them: nothing is kept twice. */
final class AssetHistories {

    /** The columns are those of the first kind. */
    private static final String LIFE = """
            with recursive machine as (
                select id, customer_id, location_id from asset where id = :asset
                union all
                select a.id, a.customer_id, a.location_id from asset a join machine on a.part_of = machine.id
                 where cast(:withParts as boolean)
            ), site as (
                select s.time_zone as zone from asset a join service_location s on s.id = a.location_id where a.id = :asset
            ), life as (
                select machine.id as asset, 'TICKET' as kind, t.id, t.created_at as at, t.number, t.state, t.summary as words,
                       cast(null as text) as by_whom, cast(null as uuid) as ticket,
                       cast(null as date) as valid_from, cast(null as date) as valid_through,
                       cast(null as timestamptz) as withdrawn_at,
                       cast(null as text) as unit, cast(null as numeric) as reading, cast(null as numeric) as total
                  from machine join ticket t on t.asset_id = machine.id
                union all
                select machine.id, 'JOB', j.id, j.closed_at, j.number, j.outcome, null, null, j.ticket_id,
                       null, null, null, null, null, null
                  from machine join closed_job j on j.asset_id = machine.id
                union all
                select machine.id, 'JOB', o.order_id, o.closed_at, o.number, null, null, null, o.ticket_id,
                       null, null, null, null, null, null
                  from machine join ticket t on t.asset_id = machine.id join ticket_order o on o.ticket_id = t.id
                 where o.closed_at is not null and not exists (select from closed_job j where j.id = o.order_id)
                union all
                select machine.id, 'METER_READING', m.id, m.read_at, null, m.kind, null, null, null,
                       null, null, null, m.unit, m.reading, m.total
                  from machine join meter_reading m on m.asset_id = machine.id
                union all
                select machine.id, 'WARRANTY', w.id, timezone(site.zone, cast(w.valid_from as timestamp)), null, null, w.name,
                       null, null, w.valid_from, w.valid_through, w.withdrawn_at, null, null, null
                  from site, machine join warranty w on w.asset_id = machine.id
                union all
                select machine.id, 'CONTRACT', c.id, timezone(site.zone, cast(c.valid_from as timestamp)), c.number, c.state,
                       c.name, null, null, c.valid_from, c.valid_through, null, null, null, null
                  from site, machine join contract c on c.customer_id = machine.customer_id
                 where machine.id = :asset
                   and (jsonb_typeof(c.scope -> 'locationIds') is distinct from 'array'
                        or jsonb_exists(c.scope -> 'locationIds', cast(machine.location_id as text)))
                   and (jsonb_typeof(c.scope -> 'assetIds') is distinct from 'array'
                        or jsonb_exists(c.scope -> 'assetIds', cast(machine.id as text)))
                   and exists (select from history h where h.subject_id = c.id and h.action = 'ACTIVATE')
                union all
                select machine.id, 'ASSET', h.id, h.occurred_at, null, h.action, h.reason, h.actor_name, null,
                       null, null, null, null, null, null
                  from machine join history h on h.subject_id = machine.id and h.action <> 'METER_READ'
            )
            select * from life where (at, id) > (cast(:after as timestamptz), cast(:afterId as uuid))%s order by at, id""";

    /** One job may have used a thousand: a page of those would not fit into the memory. */
    private static final int MOST_PARTS = 2000;

    private AssetHistories() {}

    /** @param isCut whether more follow that were wanted too, as these have used enough parts */
    record Life(List<AssetHistoryEntry> entries, boolean isCut) {}

    /** Where a page ends, as its cursor says it. */
    record Position(Instant at, UUID id) {

        static final Position START = new Position(Instant.parse("0001-01-01T00:00:00Z"), new UUID(0, 0));

        static Position of(AssetHistoryEntry entry) {
            return new Position(entry.at(), entry.id());
        }

        static Position read(String written) {
            String[] parts = written.split(" ");
            return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        }

        String write() {
            return at + " " + id;
        }
    }

    /** Those after a position, at most so many, and fewer where they have used many parts. */
    static Uni<Life> inOrder(Mutiny.Session session, UUID asset, AssetHistoryQuestion asked, Position after, int most) {
        String narrowed = (asked.kind == null ? "" : " and kind = :kind")
                + (asked.from() == null ? "" : " and at >= :from")
                + (asked.to() == null ? "" : " and at < :to");
        Mutiny.SelectionQuery<Tuple> query = session.createNativeQuery(LIFE.formatted(narrowed), Tuple.class)
                .setMaxResults(most)
                .setParameter("asset", asset)
                .setParameter("withParts", Boolean.TRUE.equals(asked.withParts))
                .setParameter("after", after.at())
                .setParameter("afterId", after.id());
        if (asked.kind != null) {
            query.setParameter("kind", asked.kind.name());
        }
        if (asked.from() != null) {
            query.setParameter("from", asked.from());
        }
        if (asked.to() != null) {
            query.setParameter("to", asked.to());
        }
        return query.getResultList()
                .chain(rows -> ClosedJob.partCounts(session, jobs(rows))
                        .map(counts -> bearable(rows, counts))
                        .chain(shown -> ClosedJob.parts(session, jobs(shown))
                                .map(parts -> new Life(
                                        shown.stream()
                                                .map(row -> entry(row, parts))
                                                .toList(),
                                        shown.size() < rows.size()))));
    }

    private static List<UUID> jobs(List<Tuple> rows) {
        return rows.stream()
                .filter(row -> row.get("kind", String.class).equals(AssetHistoryEntry.Kind.JOB.name()))
                .map(row -> row.get("id", UUID.class))
                .toList();
    }

    /** At least one of them. */
    private static List<Tuple> bearable(List<Tuple> rows, Map<UUID, Integer> partCounts) {
        int parts = 0;
        for (int at = 0; at < rows.size(); at++) {
            parts += partCounts.getOrDefault(rows.get(at).get("id", UUID.class), 0);
            if (at > 0 && parts > MOST_PARTS) {
                return rows.subList(0, at);
            }
        }
        return rows;
    }

    private static AssetHistoryEntry entry(Tuple row, Map<UUID, List<PartReplaced>> parts) {
        return new AssetHistoryEntry(
                AssetHistoryEntry.Kind.valueOf(row.get("kind", String.class)),
                row.get("id", UUID.class),
                row.get("asset", UUID.class),
                instant(row, "at").orElseThrow(),
                row.get("number", String.class),
                row.get("state", String.class),
                row.get("words", String.class),
                row.get("by_whom", String.class),
                row.get("ticket", UUID.class),
                row.get("valid_from", LocalDate.class),
                row.get("valid_through", LocalDate.class),
                instant(row, "withdrawn_at").orElse(null),
                row.get("unit", String.class),
                row.get("reading", BigDecimal.class),
                row.get("total", BigDecimal.class),
                parts.get(row.get("id", UUID.class)));
    }

    private static Optional<Instant> instant(Tuple row, String column) {
        return Optional.ofNullable(row.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
