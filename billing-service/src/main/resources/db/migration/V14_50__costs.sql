-- What a unit of a part costs the company from a day on.
create table part_cost (
    id          uuid primary key,
    version     bigint         not null,
    part_id     uuid           not null,
    unit_cost   numeric(14, 4) not null check (unit_cost >= 0),
    currency    text           not null,
    valid_from  date           not null,
    corrections jsonb          not null,
    withdrawal  jsonb
);
create unique index part_cost_day on part_cost (part_id, valid_from, currency) where withdrawal is null;

-- What an hour costs the company: of one technician, or of all who have no rate of their own.
create table cost_rate (
    id            uuid primary key,
    version       bigint         not null,
    kind          text           not null,
    technician_id uuid,
    unit_cost     numeric(14, 4) not null check (unit_cost >= 0),
    currency      text           not null,
    valid_from    date           not null,
    corrections   jsonb          not null,
    withdrawal    jsonb
);
create unique index cost_rate_day on cost_rate (kind, technician_id, valid_from, currency) nulls not distinct
    where withdrawal is null;

-- A closed job, as far as costs and margins are grouped by it. It counts on the day on which it was first closed.
create table costed_job (
    order_id       uuid primary key,
    order_number   text    not null,
    ticket_id      uuid    not null,
    ticket_version bigint  not null,
    closure_number integer not null,
    customer_id    uuid    not null,
    customer_name  text    not null,
    asset_id       uuid,
    asset_name     text,
    closed_on      date    not null,
    currency       text    not null
);
create index costed_job_day on costed_job (closed_on, order_id);
create index costed_job_ticket on costed_job (ticket_id);
create index costed_job_customer on costed_job (customer_id, closed_on);
create index costed_job_asset on costed_job (asset_id, closed_on) where asset_id is not null;

-- A usage, or the part of a time entry that lies on one day, at its cost of that day; null as long as there is none.
create table cost_item (
    id              uuid primary key,
    order_id        uuid           not null references costed_job,
    kind            text           not null,
    source_id       uuid           not null,
    part_id         uuid,
    technician_id   uuid,
    technician_name text,
    performed_on    date           not null,
    quantity        numeric(14, 3) not null check (quantity >= 0),
    cost_base       numeric(14, 3) not null check (cost_base > 0),
    currency        text           not null,
    unit_cost       numeric(14, 4),
    cost            numeric(18, 2),
    constraint cost_item_source unique (source_id, performed_on),
    check ((kind = 'PART') = (part_id is not null)),
    check ((unit_cost is null) = (cost is null))
);
create index cost_item_order on cost_item (order_id);
create index cost_item_part on cost_item (part_id, performed_on) where part_id is not null;
create index cost_item_missing on cost_item (kind, part_id, performed_on) where cost is null;
create index cost_item_technician on cost_item (technician_id, performed_on) where technician_id is not null;

-- Which part of a closed job is whose: from before to upto of its total minutes of labour, or of travel where nobody worked. Of a job
-- that took no time all is nobody's.
create table work_share (
    order_id       uuid           not null references costed_job,
    technician_id  uuid,
    minutes_before numeric(14, 3) not null,
    minutes_upto   numeric(14, 3) not null check (minutes_upto >= minutes_before),
    minutes_total  numeric(14, 3) not null check (minutes_total > 0),
    constraint work_share_technician unique nulls not distinct (order_id, technician_id)
);

-- Jobs that were closed before are costed too.
insert into errand (id, kind, subject_kind, subject_id, correlation_id, content, state, due, next_at, attempts, repeating, created_at)
select gen_random_uuid(), 'COST_JOB', 'billing-case', id, ticket_id, json_build_object('orderId', id)::text, 'WAITING', now(), now(),
       0, false, now()
  from billing_case where job is not null;
