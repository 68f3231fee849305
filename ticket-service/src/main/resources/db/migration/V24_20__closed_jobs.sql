-- What machines remember of the jobs that were done on them. Jobs that were closed before this are known by ticket_order, without parts.
create table closed_job (
    id             uuid primary key,
    ticket_id      uuid        not null,
    asset_id       uuid,
    number         text        not null,
    closure_number integer     not null,
    outcome        text        not null,
    closed_at      timestamptz not null,
    parts          jsonb       not null
);
create index closed_job_asset on closed_job (asset_id, closed_at) where asset_id is not null;
