create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- The corners of a territory as the area they enclose; x is the longitude.
create function enclosed(boundary jsonb) returns polygon language sql immutable strict parallel safe as $$
    select cast('(' || string_agg('(' || (corner ->> 'longitude') || ',' || (corner ->> 'latitude') || ')', ',' order by position) || ')' as polygon)
      from jsonb_array_elements(boundary -> 'corners') with ordinality as t (corner, position)
$$;

-- Great-circle distance on a sphere with the earth's mean radius (haversine).
create function metres_between(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
    returns double precision language sql immutable strict parallel safe as $$
    select 2 * 6371008.8 * asin(least(1, sqrt(
               power(sin(radians((lat2 - lat1) / 2)), 2)
               + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians((lon2 - lon1) / 2)), 2))))
$$;

create table service_territory (
    id       uuid primary key,
    version  bigint not null,
    name     text   not null constraint service_territory_name unique,
    boundary jsonb  not null,
    area     polygon generated always as (enclosed(boundary)) stored
);

create table technician (
    id            uuid primary key,
    version       bigint not null,
    name          text   not null,
    phone         text,
    email         text,
    skills        varchar[] not null,
    territory_ids uuid[] not null
);

create table crew (
    id         uuid primary key,
    version    bigint not null,
    name       text   not null constraint crew_name unique,
    lead_id    uuid   not null references technician,
    member_ids uuid[] not null
);

create sequence service_order_number;

create table service_order (
    id                 uuid primary key,
    version            bigint           not null,
    number             text             not null unique,
    ticket_id          uuid             not null constraint service_order_ticket unique,
    ticket_number      text             not null,
    state              text             not null,
    service_type       text             not null,
    priority           text             not null,
    required_skills    text[]           not null,
    latitude           double precision not null,
    longitude          double precision not null,
    job_card           jsonb            not null,
    respond_by         timestamptz      not null,
    resolve_by         timestamptz      not null,
    created_at         timestamptz      not null,
    changed_at         timestamptz      not null,
    assignment_version bigint           not null,
    follow_up_required boolean          not null,
    reason             text,
    hold_reason        text,
    completed_visit    uuid,
    completed_at       timestamptz,
    search_text        text generated always as (lower(number || ' ' || (job_card ->> 'summary') || ' '
                           || (job_card #>> '{customer,name}') || ' ' || (job_card #>> '{location,name}'))) stored
);
create index service_order_state on service_order (state, id);
create index service_order_due on service_order (resolve_by, id);
create index service_order_place on service_order using gist (point(longitude, latitude));
create index service_order_text on service_order using gin (search_text gin_trgm_ops);

-- What is known of a ticket here. The order and the cancellation may come in either order, even at the same time: both
-- lock this row first.
create table known_ticket (
    ticket_id     uuid primary key,
    order_id      uuid references service_order,
    cancelled_at  timestamptz,
    cancel_reason text
);

create table appointment (
    id               uuid primary key,
    version          bigint      not null,
    order_id         uuid        not null references service_order,
    state            text        not null,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null,
    expected_arrival timestamptz,
    planned_parts    jsonb       not null,
    progress_version bigint      not null,
    settled_at       timestamptz,
    reason           text,
    created_at       timestamptz not null,
    check (starts_at < ends_at)
);
create index appointment_order on appointment (order_id);
create index appointment_window on appointment (starts_at, id);

-- Who goes to which appointment, and when they are taken. Two dispatchers may plan at the same time; this constraint, not
-- the code, keeps a technician from being in two places. Windows that touch do not overlap.
create table appointment_technician (
    id             uuid primary key,
    appointment_id uuid        not null references appointment,
    technician_id  uuid        not null references technician,
    name           text        not null,
    lead           boolean     not null,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null,
    active         boolean     not null,
    unique (appointment_id, technician_id),
    -- Exactly one leads; looked at when the transaction ends, since a new lead is written before the old one is gone.
    constraint appointment_technician_lead
        exclude using btree (appointment_id with =) where (lead) deferrable initially deferred,
    constraint appointment_technician_no_overlap
        exclude using gist (technician_id with =, tstzrange(starts_at, ends_at) with &&) where (active)
);
create index appointment_technician_calendar on appointment_technician (technician_id, starts_at);

-- A delay that was announced, and the mail about it: written with the announcement, sent after the commit.
create table delay_notice (
    id               uuid primary key,
    version          bigint      not null,
    appointment_id   uuid        not null references appointment,
    order_id         uuid        not null references service_order,
    ticket_id        uuid        not null,
    expected_arrival timestamptz not null,
    reason           text,
    shifted          jsonb       not null,
    state            text        not null,
    recipient        text,
    subject          text,
    body             text,
    message_id       text        not null,
    attempts         integer     not null,
    next_attempt_at  timestamptz,
    failure          text,
    created_at       timestamptz not null,
    sent_at          timestamptz
);
create index delay_notice_due on delay_notice (next_attempt_at) where state = 'PENDING';
create index delay_notice_appointment on delay_notice (appointment_id, id);

create table work_day (
    id            uuid primary key,
    version       bigint not null,
    technician_id uuid   not null,
    day           date   not null,
    offered       uuid,
    ended_at      timestamptz,
    constraint work_day_once unique (technician_id, day)
);
