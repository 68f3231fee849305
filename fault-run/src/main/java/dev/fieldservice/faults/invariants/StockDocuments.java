package dev.fieldservice.faults.invariants;

import static dev.fieldservice.local.Service.INVENTORY;

/** Transfers and counts say what the ledger has of them. */
final class StockDocuments {

    /** What came beyond what was sent is at its end all the same; what was lost is no longer in transit. */
    private static final String MOVED_OTHERWISE = """
            select t.id, t.state, l.line, l.picked, b.gone, l.received, b.come, l.lost, b.missing, b.under_way
              from stock_transfer t join stock_transfer_line l on l.transfer_id = t.id
             cross join lateral (
                   select coalesce(-sum(m.quantity) filter (where m.location_id = t.from_location_id), 0) as gone,
                          coalesce(sum(m.quantity) filter (where m.location_id = t.to_location_id), 0) as come,
                          coalesce(-sum(m.quantity) filter (where m.kind = 'TRANSFER_LOSS'), 0) as missing,
                          coalesce(sum(m.quantity) filter (
                              where m.location_id not in (t.from_location_id, t.to_location_id)), 0) as under_way
                     from stock_movement m where m.document_id = t.id and m.part_id = l.part_id) b
             where b.gone <> case when t.state in ('PICKED', 'IN_TRANSIT', 'RECEIVED') then l.picked else 0 end
                or b.come <> l.received
                or b.missing <> l.lost
                or b.under_way <> case when t.state in ('PICKED', 'IN_TRANSIT')
                                       then greatest(l.picked - l.received - l.lost, 0) else 0 end
             order by 1, 3""";

    /** Both of what did not come and of what was too much. */
    private static final String NOBODYS = """
            select t.id, l.line, l.picked, l.received, l.lost
              from stock_transfer t join stock_transfer_line l on l.transfer_id = t.id
             where (l.lost > 0 or l.received > l.picked)
               and (select count(*) from discrepancy d
                     where d.kind = 'TRANSFER_DIFFERENCE' and d.part_id = l.part_id and d.owner <> ''
                       and d.detail like '%' || t.id) <> 1
             order by 1, 2""";

    /** Of what was found at another place there is a pair of entries, and what was told late is offset besides. */
    private static final String ADJUSTED_OTHERWISE = """
            select c.id, c.state, l.part_id, l.counted, l.expected, b.adjusted, b.times
              from stock_count c join stock_count_line l on l.count_id = c.id
             cross join lateral (
                   select coalesce(sum(m.quantity), 0) as adjusted, count(*) filter (where m.counter_id is null) as times
                     from stock_movement m
                    where m.document_id = c.id and m.part_id = l.part_id and m.location_id = c.location_id
                      and not exists (select from stock_movement told
                                       where told.id = m.counter_id and told.kind in ('CONSUMPTION', 'REVERSAL'))) b
             where b.adjusted <> case when c.state = 'APPROVED' then l.counted - l.expected else 0 end
                or b.times > 1
             order by 1, 3""";

    private static final String OFFSET_OTHERWISE = """
            select m.document_id, told.id, told.quantity, m.quantity
              from stock_movement m
              join stock_movement told on told.id = m.counter_id and told.kind in ('CONSUMPTION', 'REVERSAL')
             where m.kind = 'COUNT_ADJUSTMENT'
               and (m.quantity <> -told.quantity or m.part_id <> told.part_id or m.location_id <> told.location_id
                    or (select count(*) from stock_movement other where other.counter_id = told.id) <> 1
                    or not exists (select from stock_count_line l join stock_count c on c.id = l.count_id
                                    where c.id = m.document_id and c.state = 'APPROVED' and c.location_id = m.location_id
                                      and l.part_id = m.part_id
                                      and l.counted_at >= least(told.occurred_at,
                                              (select min(other.occurred_at) from stock_movement other
                                                where other.source_id = told.reversal_of or other.reversal_of = told.source_id))))
             order by 1, 2""";

    /** Entered after the count was, used before it: on the shelf it was gone already. Cylinders have scales of their own. */
    private static final String NOT_OFFSET = """
            select c.id, told.id, told.quantity
              from stock_count c join stock_count_line l on l.count_id = c.id
              join stock_movement m on m.document_id = c.id and m.part_id = l.part_id and m.location_id = c.location_id
                                   and m.counter_id is null
              join stock_valuation counted on counted.movement_id = m.id
              join stock_movement told on told.part_id = l.part_id and told.location_id = c.location_id
                                      and told.kind = 'CONSUMPTION' and told.occurred_at <= l.counted_at
              join stock_valuation later on later.movement_id = told.id and later.entry > counted.entry
             where c.state = 'APPROVED'
               and not exists (select from stock_movement back where back.reversal_of = told.source_id)
               and not exists (select from stock_movement other where other.counter_id = told.id)
               and not exists (select from container_entry e where e.movement_id = told.id)
               and not exists (select from discrepancy d
                                where d.order_id = told.order_id and d.part_id = told.part_id and d.kind = 'CONTAINER_ELSEWHERE')
             order by 1, 2""";

    /** Each piece that came over has left another place. */
    private static final String FOUND_NOWHERE = """
            select m.document_id, m.id, m.location_id, m.quantity from stock_movement m
             where m.kind = 'COUNT_ADJUSTMENT' and m.counter_id is not null
               and not exists (select from stock_movement other
                                where other.id = m.counter_id and other.part_id = m.part_id and other.quantity = -m.quantity
                                  and (other.kind in ('CONSUMPTION', 'REVERSAL')
                                       or other.kind = 'COUNT_ADJUSTMENT' and other.counter_id = m.id
                                          and other.document_id = m.document_id and other.location_id <> m.location_id))
             order by 1, 2""";

    private static final String APPROVED_BY_WHO_COUNTED = """
            select c.id, h.actor_name from stock_count c
              join history h on h.subject_id = c.id and h.action = 'APPROVE' and h.actor_id = any (c.counted_by)
             order by 1""";

    /** What stands in a container goes with it, and no document says so. */
    private static final String WITHOUT_A_DOCUMENT = """
            select m.id, m.kind, m.document_id from stock_movement m
             where (m.kind like 'TRANSFER%' or m.kind = 'COUNT_ADJUSTMENT')
               and not exists (select from stock_transfer_line l where l.transfer_id = m.document_id and l.part_id = m.part_id)
               and not exists (select from stock_count_line l where l.count_id = m.document_id and l.part_id = m.part_id)
               and not (m.document_id is null and m.kind in ('TRANSFER_OUT', 'TRANSFER_IN')
                        and exists (select from container_entry e where e.movement_id in (m.id, m.counter_id)))
             order by 1""";

    /** Also of each place where it was, and of each entry of the ledger: no more than that. */
    private static final String HELD_OTHERWISE = """
            select c.number, c.content, sum(e.quantity) as kept
              from container c left join container_entry e on e.container_id = c.id
             group by c.id having c.content <> coalesce(sum(e.quantity), 0)
             union all
            select c.number, c.content, sum(e.quantity)
              from container c join container_entry e on e.container_id = c.id
             where e.location_id is distinct from c.location_id
             group by c.id, e.location_id having sum(e.quantity) <> 0
             union all
            select min(c.number), m.quantity, sum(e.quantity)
              from container_entry e join stock_movement m on m.id = e.movement_id join container c on c.id = e.container_id
             group by m.id
            having sign(m.quantity) * sum(e.quantity) not between 0 and abs(m.quantity) or bool_or(e.location_id <> m.location_id)
             order by 1""";

    private static final String TOLD_LATE = """
            select count(*) from stock_movement m join stock_movement told on told.id = m.counter_id
             where m.kind = 'COUNT_ADJUSTMENT' and told.kind in ('CONSUMPTION', 'REVERSAL')""";

    private static final String FOUND = """
            select count(*) from stock_movement m join stock_movement gone on gone.id = m.counter_id
             where m.kind = 'COUNT_ADJUSTMENT' and gone.kind = 'COUNT_ADJUSTMENT' and m.quantity > 0""";

    private StockDocuments() {}

    static void check(Evidence evidence, Findings findings) {
        var databases = evidence.databases();
        findings.count("transfers", databases.number(INVENTORY, "select count(*) from stock_transfer"));
        findings.count(
                "lost between places",
                databases.number(INVENTORY, "select count(*) from stock_transfer_line where lost > 0"));
        findings.count(
                "counts approved",
                databases.number(INVENTORY, "select count(*) from stock_count where state = 'APPROVED'"));
        findings.offences(
                "transfer, state, line, picked, gone, received, come, lost, missing, under way differ",
                databases.rows(INVENTORY, MOVED_OTHERWISE));
        findings.offences("a difference that is nobody's", databases.rows(INVENTORY, NOBODYS));
        findings.offences(
                "count, state, part, counted, expected, adjusted, times differ",
                databases.rows(INVENTORY, ADJUSTED_OTHERWISE));
        findings.count("usages told after the count that had seen them", databases.number(INVENTORY, TOLD_LATE));
        findings.offences("count, usage, used, offset differ", databases.rows(INVENTORY, OFFSET_OTHERWISE));
        findings.offences("a usage that a count had seen, and nobody offset", databases.rows(INVENTORY, NOT_OFFSET));
        findings.count("pieces found elsewhere", databases.number(INVENTORY, FOUND));
        findings.offences("count, entry, place, pieces from nowhere", databases.rows(INVENTORY, FOUND_NOWHERE));
        findings.count("containers", databases.number(INVENTORY, "select count(*) from container"));
        findings.offences("container, content, kept differ", databases.rows(INVENTORY, HELD_OTHERWISE));
        findings.offences("approved by who has counted", databases.rows(INVENTORY, APPROVED_BY_WHO_COUNTED));
        findings.offences("booked for no document", databases.rows(INVENTORY, WITHOUT_A_DOCUMENT));
    }
}
