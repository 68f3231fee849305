create table stock_count (
    id           uuid primary key,
    version      bigint      not null,
    state        text        not null,
    location_id  uuid        not null,
    counted_by   uuid[]      not null default '{}',
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    approved_by  text,
    reason       text
);
create index stock_count_location on stock_count (location_id, id);
create index stock_count_state on stock_count (state, id);

-- What was there by the ledger at the moment of counting is worked out from the ledger, so that what is told late counts.
create table stock_count_line (
    id         uuid primary key,
    count_id   uuid           not null references stock_count,
    part_id    uuid           not null,
    unit       text           not null,
    counted    numeric(14, 3) check (counted >= 0),
    counted_at timestamptz,
    expected   numeric(18, 3),
    serials    text[]         not null default '{}',
    constraint stock_count_line_once unique (count_id, part_id),
    check ((counted is null) = (counted_at is null))
);
