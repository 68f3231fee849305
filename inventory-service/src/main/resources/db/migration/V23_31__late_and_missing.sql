-- Since when an order is late: the end of the day on which it was expected, by the company's clock.
create function late_since(expected_on date) returns timestamptz stable language sql return (
    select timezone(c.time_zone, cast(expected_on + 1 as timestamp)) from known_company c);

-- Since when an order lacks a part.
create table missing_part (
    order_id uuid        not null,
    part_id  uuid        not null,
    unit     text        not null,
    since    timestamptz not null,
    primary key (part_id, order_id, unit)
);
-- Of what is missing already nobody has kept that: it is told when the visit was planned.
insert into missing_part (order_id, part_id, unit, since)
select need.order_id, need.part_id, need.unit, need.since from part_need need where need.missing > 0;

-- What is missing, and what is to come of the part.
create function missing_words(which uuid, unit text, missing numeric) returns text stable language sql return (
    missing || ' ' || unit || ' of '
    || coalesce((select p.number || ', ' || p.name from part p where p.id = which), 'unknown part ' || which)
    || '; on order: '
    || coalesce((select sum(l.quantity - l.received) || ', the first of it expected on ' || min(o.expected_on)
                   from purchase_order_line l join purchase_order o on o.id = l.purchase_order_id
                  where l.part_id = which and l.received < l.quantity and o.state in ('ORDERED', 'PARTIALLY_RECEIVED')),
                'nothing'));
