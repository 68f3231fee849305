-- Of visits that are over; whoever wrote before left it.
delete from part_demand d using parts_plan p where p.id = d.order_id and p.state = 'RELEASED';

-- Until then dispatch is told nothing of the order: the part has been planned and not been looked for yet. Null once it was.
alter table part_demand add column unseen_until timestamptz;
create index part_demand_unseen on part_demand (part_id) where unseen_until is not null;

-- As before, but for what is on its way to the van: it is reserved in transit, which is no place that anybody registered.
create or replace view part_need as
select need.*, need.planned - need.used - need.from_van - need.elsewhere as missing
  from (select d.id, d.order_id, d.part_id, d.unit, d.planned, p.ticket_id, p.technician_id, p.visit_start, p.since,
               (select l.id from stock_location l where l.technician_id = p.technician_id) as van_id,
               least(d.planned,
                     coalesce((select -sum(m.quantity) from stock_movement m
                                where m.order_id = d.order_id and m.part_id = d.part_id and m.unit = d.unit
                                  and m.kind = 'CONSUMPTION' and m.occurred_at >= p.since
                                  and not exists (select from stock_movement r where r.reversal_of = m.source_id)),
                              0.000)) as used,
               coalesce((select sum(r.quantity) from reservation r join stock_location l on l.id = r.location_id
                           join stock_level s on s.part_id = r.part_id and s.location_id = r.location_id and s.unit = d.unit
                          where r.order_id = d.order_id and r.part_id = d.part_id and l.technician_id = p.technician_id),
                        0.000) as from_van,
               coalesce((select sum(r.quantity) from reservation r left join stock_location l on l.id = r.location_id
                           join stock_level s on s.part_id = r.part_id and s.location_id = r.location_id and s.unit = d.unit
                          where r.order_id = d.order_id and r.part_id = d.part_id
                            and l.technician_id is distinct from p.technician_id),
                        0.000) as elsewhere
          from part_demand d
          join parts_plan p on p.id = d.order_id
         where p.state = 'RESERVED') need;
