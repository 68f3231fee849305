create sequence maintenance_plan_number;

create table maintenance_plan (
    id             uuid primary key,
    version        bigint  not null,
    number         text    not null unique,
    state          text    not null,
    customer_id    uuid    not null references customer,
    contact_id     uuid    not null references contact,
    location_id    uuid    not null references service_location,
    asset_id       uuid references asset,
    contract_id    uuid references contract,
    work           jsonb   not null,
    schedule       jsonb   not null,
    lead_days      integer not null,
    turn           integer not null,
    unsettled      boolean not null,
    considered     date    not null,
    last_on        date,
    skipped_before date,
    next_day       date,
    next_cause     text,
    meter_base     numeric(15, 3),
    reason         text
);
create index maintenance_plan_customer on maintenance_plan (customer_id, id);
create index maintenance_plan_asset on maintenance_plan (asset_id, id) where asset_id is not null;

create table maintenance_occurrence (
    id         uuid primary key,
    plan_id    uuid        not null references maintenance_plan,
    cause      text        not null,
    planned_on date        not null,
    due_on     date,
    outcome    text        not null,
    reason     text        not null,
    words      text,
    ticket_id  uuid references ticket,
    decided_at timestamptz not null,
    over_on    date,
    done       boolean,
    check (outcome <> 'MADE' or ticket_id is not null)
);
create index maintenance_occurrence_plan on maintenance_occurrence (plan_id, id);
create index maintenance_occurrence_ticket on maintenance_occurrence (ticket_id) where ticket_id is not null;
-- However many come to make it, and however often, there is one ticket for an occurrence.
create unique index maintenance_occurrence_once on maintenance_occurrence (plan_id, cause) where outcome <> 'WITHDRAWN';

-- The plan that made a ticket, and the day for which; null for what a customer asked for.
alter table ticket
    add column plan_id uuid,
    add column planned_for date;
create index ticket_plan on ticket (plan_id, id) where plan_id is not null;

create table meter_reading (
    id           uuid primary key,
    asset_id     uuid           not null references asset,
    unit         text           not null,
    kind         text           not null,
    reading      numeric(15, 3) not null,
    read_at      timestamptz    not null,
    total        numeric(18, 3) not null,
    before       numeric(15, 3),
    total_before numeric(18, 3),
    recorded_at  timestamptz    not null,
    recorded_by  uuid           not null
);
create index meter_reading_newest on meter_reading (asset_id, unit, read_at, id);
create index meter_reading_asset on meter_reading (asset_id, id);
