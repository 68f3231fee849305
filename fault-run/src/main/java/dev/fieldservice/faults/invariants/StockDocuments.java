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

    private static final String ADJUSTED_OTHERWISE = """
            select c.id, c.state, l.part_id, l.counted, l.expected, b.adjusted, b.times
              from stock_count c join stock_count_line l on l.count_id = c.id
             cross join lateral (
                   select coalesce(sum(m.quantity), 0) as adjusted, count(*) as times
                     from stock_movement m where m.document_id = c.id and m.part_id = l.part_id) b
             where b.adjusted <> case when c.state = 'APPROVED' then l.counted - l.expected else 0 end
                or b.times > 1
             order by 1, 3""";

    private static final String APPROVED_BY_WHO_COUNTED = """
            select c.id, h.actor_name from stock_count c
              join history h on h.subject_id = c.id and h.action = 'APPROVE' and h.actor_id = any (c.counted_by)
             order by 1""";

    private static final String WITHOUT_A_DOCUMENT = """
            select m.id, m.kind, m.document_id from stock_movement m
             where (m.kind like 'TRANSFER%' or m.kind = 'COUNT_ADJUSTMENT')
               and not exists (select from stock_transfer_line l where l.transfer_id = m.document_id and l.part_id = m.part_id)
               and not exists (select from stock_count_line l where l.count_id = m.document_id and l.part_id = m.part_id)
             order by 1""";

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
        findings.offences("approved by who has counted", databases.rows(INVENTORY, APPROVED_BY_WHO_COUNTED));
        findings.offences("booked for no document", databases.rows(INVENTORY, WITHOUT_A_DOCUMENT));
    }
}
