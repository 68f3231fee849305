-- A list of customers that somebody has sent, and what became of each of its rows.
create table customer_import (
    id         uuid primary key,
    version    bigint      not null,
    state      text        not null,
    -- Whose ids they are.
    system     text        not null,
    dry_run    boolean     not null,
    sha256     text        not null,
    row_count  integer     not null,
    created    integer     not null,
    changed    integer     not null,
    unchanged  integer     not null,
    rejected   integer     not null,
    sent_at    timestamptz not null,
    sent_by_id uuid        not null,
    sent_by    text        not null,
    ended_at   timestamptz
);

create table customer_import_row (
    id          uuid primary key,
    import_id   uuid    not null references customer_import,
    line        integer not null,
    external_id text,
    -- What it says, by column.
    fields      jsonb   not null,
    -- Null as long as nothing has become of it.
    outcome     text,
    customer_id uuid,
    field       text,
    code        text,
    detail      text
);
create index customer_import_row_import on customer_import_row (import_id, id);
create index customer_import_row_outcome on customer_import_row (import_id, outcome, id);
create index customer_import_row_waiting on customer_import_row (import_id, id) where outcome is null;
