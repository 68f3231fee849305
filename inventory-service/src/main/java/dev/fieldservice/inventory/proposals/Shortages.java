package dev.fieldservice.inventory.proposals;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Of what there is too little at this moment. */
final class Shortages {

    private static final int MOST = 500;

    /**
     * Drafts count as ordered: whoever asks again is not told to buy the same twice. What is superseded is not bought: what there is of
     * it, what visits lack of it, and what it should be, counts for the part that takes its place. What lies in a van serves the visits
     * of that van alone, so that what others lack is bought although it is there.
     */
    private static final String TOO_LITTLE = """
            with bought as (
                select id as part_id, coalesce(last_successor(superseded_by_id), id) as as_part from part),
            stock as (
                select b.as_part as part_id, sum(s.on_hand) as on_hand, sum(s.allocated) as allocated,
                       sum(greatest(s.on_hand - s.allocated, 0)) filter (where place.kind = 'WAREHOUSE') as free
                  from stock_level s join bought b on b.part_id = s.part_id
                  left join stock_location place on place.id = s.location_id group by b.as_part),
            coming as (
                select b.as_part as part_id, sum(greatest(l.quantity - l.received, 0)) as on_order
                  from purchase_order o join purchase_order_line l on l.purchase_order_id = o.id
                  join bought b on b.part_id = l.part_id
                 where o.state in ('DRAFT', 'ORDERED', 'PARTIALLY_RECEIVED') group by b.as_part),
            lacked as (
                select b.as_part as part_id, n.order_id,
                       row_number() over (partition by b.as_part order by n.visit_start, n.order_id) as place,
                       cast(case when n.unit = planned.unit then n.missing
                                 else ceil(n.missing * other.numerator * 1000 / other.denominator) / 1000 end as numeric(18, 3)) as amount
                  from missing_part m
                  join part_need n on n.order_id = m.order_id and n.part_id = m.part_id and n.unit = m.unit
                  join part planned on planned.id = n.part_id
                  join bought b on b.part_id = n.part_id
                  left join lateral (
                       select o.numerator, o.denominator
                         from jsonb_to_recordset(planned.other_units -> 'items')
                              as o(unit text, numerator numeric, denominator numeric)
                        where o.unit = n.unit limit 1) other on true
                 where n.missing > 0 and (n.unit = planned.unit or other.numerator is not null)),
            visits as (
                select part_id, sum(amount) as lacked, count(*) as orders,
                       string_agg(amount || ' for order ' || order_id, ', ' order by place) filter (where place <= 10) as named
                  from lacked group by part_id),
            superseded as (
                select b.as_part as part_id, max(p.reorder_point) as reorder_point,
                       string_agg(p.number, ', ' order by p.number) as numbers
                  from bought b join part p on p.id = b.part_id where b.as_part <> b.part_id group by b.as_part),
            reckoned as (
                select p.id as part_id, p.number, p.name, p.unit, coalesce(s.on_hand, 0) as on_hand,
                       coalesce(s.allocated, 0) as allocated, coalesce(c.on_order, 0) as on_order, coalesce(s.free, 0) as free,
                       coalesce(v.lacked, 0) as lacked, v.orders, v.named,
                       coalesce(p.reorder_point, old.reorder_point, 0) as reorder_point, old.numbers as superseded,
                       array_to_string(p.substitute_ids, ' ') as substitutes
                  from part p
                  left join stock s on s.part_id = p.id
                  left join coming c on c.part_id = p.id
                  left join visits v on v.part_id = p.id
                  left join superseded old on old.part_id = p.id
                 where p.superseded_by_id is null),
            short as (
                select r.*, greatest(r.reorder_point + r.lacked - r.on_hand + r.allocated - r.on_order,
                                     r.lacked - r.free - r.on_order) as missing
                  from reckoned r)
            select short.*, sold.supplier_id, sold.supplier_name, sold.pack_size, sold.unit_price, sold.currency,
                   sold.lead_time_days
              from short
              left join lateral (
                   select sp.supplier_id, who.name as supplier_name, sp.pack_size, sp.unit_price, who.currency, sp.lead_time_days
                     from supplier_part sp join supplier who on who.id = sp.supplier_id
                    where sp.part_id = short.part_id and sp.offered
                    order by sp.preferred desc, sp.lead_time_days, sp.id limit 1) sold on true
             where short.missing > 0
             order by case when short.lacked > 0 then 0 else 1 end, short.number, short.part_id""";

    private Shortages() {}

    /** As many as a proposal has lines; what visits lack before what there should be more of. */
    static Uni<List<ProposedPart>> first(Mutiny.Session session) {
        return found(query(session).setMaxResults(MOST));
    }

    static Uni<List<ProposedPart>> all(Mutiny.Session session) {
        return found(query(session));
    }

    private static Mutiny.SelectionQuery<Tuple> query(Mutiny.Session session) {
        return session.createNativeQuery(TOO_LITTLE, Tuple.class);
    }

    private static Uni<List<ProposedPart>> found(Mutiny.SelectionQuery<Tuple> query) {
        return query.getResultList()
                .map(rows -> rows.stream().map(ProposedPart::of).toList());
    }
}
