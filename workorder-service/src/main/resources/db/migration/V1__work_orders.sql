-- The newest assignment or unassignment heard of, whichever came first; decides which message is too old to matter.
create table assignment (
    order_id uuid primary key,
    version  bigint not null
);

create table work_order (
    id                 uuid primary key,
    version            bigint      not null,
    number             text        not null,
    ticket_id          uuid        not null,
    ticket_number      text        not null,
    state              text        not null,
    visit_state        text        not null,
    appointment_id     uuid        not null,
    assignment_version bigint      not null,
    assignment         jsonb       not null,
    technician_ids     uuid[]      not null,
    involved_ids       uuid[]      not null,
    job_card           jsonb       not null,
    progress_version   bigint      not null,
    outcome            text,
    follow_up_required boolean     not null,
    remark             text,
    approver           jsonb,
    billing_notes      text,
    review             jsonb       not null,
    closure_number     integer     not null,
    changed_at         timestamptz not null,
    closed_at          timestamptz
);
create index work_order_state on work_order (state, id);
create index work_order_technicians on work_order using gin (technician_ids);

create table visit (
    appointment_id uuid primary key,
    work_order_id  uuid   not null references work_order,
    state          text   not null,
    travel         jsonb,
    arrival        jsonb,
    start_of_work  jsonb,
    end_of_work    jsonb,
    outcome        text,
    created_at     timestamptz not null
);
create index visit_work_order on visit (work_order_id);

-- Who is busy with what: a technician works on one order at a time, and this key sees to it.
create table active_work (
    technician_id uuid primary key,
    work_order_id uuid not null references work_order
);
create index active_work_order on active_work (work_order_id);

-- What has to disappear from whose phone.
create table tombstone (
    order_id           uuid        not null,
    technician_id      uuid        not null,
    assignment_version bigint      not null,
    taken_away_at      timestamptz not null,
    primary key (technician_id, order_id)
);
create index tombstone_age on tombstone (technician_id, taken_away_at);

-- Copies of what inventory has told.
create table known_part (
    part_id      uuid primary key,
    part_version bigint  not null,
    number       text    not null,
    name         text    not null,
    unit         text    not null,
    serialised   boolean not null
);
create table stock_place (
    location_id      uuid primary key,
    location_version bigint not null,
    kind             text   not null,
    name             text   not null,
    technician_id    uuid
);
create index stock_place_technician on stock_place (technician_id);

create table part_usage (
    id                uuid primary key,
    work_order_id     uuid           not null references work_order,
    state             text           not null,
    part_id           uuid           not null,
    part_number       text           not null,
    part_name         text           not null,
    amount            numeric(10, 3) not null check (amount > 0),
    unit              text           not null,
    stock_location_id uuid           not null,
    installed_serial  text,
    removed_serial    text,
    technician_id     uuid           not null,
    technician_name   text           not null,
    occurred_at       timestamptz    not null,
    recorded_at       timestamptz    not null,
    reversal_of       uuid unique references part_usage,
    reason            text
);
create index part_usage_work_order on part_usage (work_order_id);

create table time_entry (
    id              uuid primary key,
    work_order_id   uuid        not null references work_order,
    technician_id   uuid        not null,
    technician_name text        not null,
    kind            text        not null,
    started_at      timestamptz not null,
    ended_at        timestamptz not null check (ended_at > started_at),
    recorded_by     uuid        not null,
    recorded_at     timestamptz not null
);
create index time_entry_work_order on time_entry (work_order_id);

create table comment (
    id            uuid primary key,
    work_order_id uuid        not null references work_order,
    author_id     uuid        not null,
    author_name   text        not null,
    text          text        not null,
    recorded_at   timestamptz not null
);
create index comment_work_order on comment (work_order_id);

-- The content is kept byte for byte as it was shown, so that the signature can be verified when the job has moved on.
create table signature (
    id            uuid primary key,
    work_order_id uuid        not null references work_order,
    outcome       text        not null,
    content       bytea       not null,
    content_hash  text        not null,
    signer_name   text,
    reason        text,
    recorded_by   uuid        not null,
    recorded_at   timestamptz not null
);
create index signature_work_order on signature (work_order_id);

create table signature_image (
    signature_id uuid primary key references signature,
    png          bytea not null
);
