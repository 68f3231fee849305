-- Which document an entry was booked for (a transfer, a count), and the entry on its other side.
alter table stock_movement
    add column document_id uuid,
    add column counter_id  uuid;
create index stock_movement_document on stock_movement (document_id, id) where document_id is not null;
-- What was there at a moment: the level less what was booked since.
create index stock_movement_moment on stock_movement (part_id, location_id, recorded_at) include (quantity);

-- What has been ordered and has not come. Nothing is, until something is bought here; whoever buys replaces this function.
create function stock_on_order(part uuid, location uuid) returns numeric language sql stable parallel safe as
$$ select cast(0 as numeric(18, 3)) $$;

-- What the next visit of an order is to take along. The id is the order's.
create table parts_plan (
    id                 uuid primary key,
    version            bigint      not null,
    ticket_id          uuid        not null,
    appointment_id     uuid        not null,
    assignment_version bigint      not null,
    technician_id      uuid        not null,
    visit_start        timestamptz not null,
    state              text        not null,
    since              timestamptz not null,
    told               text        not null,
    told_missing       text        not null
);

create table part_demand (
    id       uuid primary key,
    order_id uuid           not null,
    part_id  uuid           not null,
    unit     text           not null,
    planned  numeric(14, 3) not null check (planned > 0),
    constraint part_demand_once unique (order_id, part_id, unit)
);
create index part_demand_part on part_demand (part_id, order_id);

-- Visits that are over, or were taken back: what is told of them late reserves nothing. A plan with a higher number stands.
create table ended_visit (
    appointment_id uuid primary key,
    version        bigint not null
);

create table reservation (
    order_id    uuid           not null,
    part_id     uuid           not null,
    location_id uuid           not null,
    quantity    numeric(14, 3) not null check (quantity > 0),
    primary key (part_id, order_id, location_id)
);
create index reservation_order on reservation (order_id);

-- How it came to that: the sum of the entries is what is reserved.
create table reservation_entry (
    id          uuid primary key,
    order_id    uuid           not null,
    part_id     uuid           not null,
    location_id uuid           not null,
    quantity    numeric(14, 3) not null check (quantity <> 0),
    recorded_at timestamptz    not null
);
create index reservation_entry_place on reservation_entry (part_id, location_id, recorded_at) include (quantity);
create index reservation_entry_order on reservation_entry (order_id, id);
create trigger reservation_entry_is_append_only
    before update or delete or truncate on reservation_entry
    for each statement execute function refuse_change();

-- What is planned and not used yet, and where it is to come from. A usage of an earlier visit is none of this one.
create view part_need as
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
               coalesce((select sum(r.quantity) from reservation r join stock_location l on l.id = r.location_id
                           join stock_level s on s.part_id = r.part_id and s.location_id = r.location_id and s.unit = d.unit
                          where r.order_id = d.order_id and r.part_id = d.part_id
                            and l.technician_id is distinct from p.technician_id),
                        0.000) as elsewhere
          from part_demand d
          join parts_plan p on p.id = d.order_id
         where p.state = 'RESERVED') need;
