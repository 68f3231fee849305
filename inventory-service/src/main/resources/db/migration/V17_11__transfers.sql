create table stock_transfer (
    id               uuid primary key,
    version          bigint      not null,
    state            text        not null,
    from_location_id uuid        not null,
    to_location_id   uuid        not null,
    remark           text,
    proposed_on      date,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    check (from_location_id <> to_location_id)
);
create index stock_transfer_state on stock_transfer (state, id);
create index stock_transfer_from on stock_transfer (from_location_id, id);
create index stock_transfer_to on stock_transfer (to_location_id, id);
-- A van has one proposal that nobody has accepted yet from each place.
create unique index stock_transfer_proposed on stock_transfer (from_location_id, to_location_id)
    where state = 'DRAFT' and proposed_on is not null;

create table stock_transfer_line (
    id          uuid primary key,
    transfer_id uuid           not null references stock_transfer,
    line        int            not null,
    part_id     uuid           not null,
    unit        text           not null,
    requested   numeric(14, 3) not null check (requested > 0),
    picked      numeric(14, 3) not null default 0 check (picked >= 0),
    received    numeric(14, 3) not null default 0 check (received >= 0),
    lost        numeric(14, 3) not null default 0 check (lost >= 0),
    picked_serials   text[] not null default '{}',
    received_serials text[] not null default '{}',
    constraint stock_transfer_line_once unique (transfer_id, part_id),
    check (picked <= requested)
);
create index stock_transfer_line_part on stock_transfer_line (part_id, transfer_id);

-- How much of a part shall be in a van: below the minimum it is filled up to the maximum, in the evening.
create table stock_limit (
    id               uuid primary key,
    version          bigint         not null,
    location_id      uuid           not null,
    part_id          uuid           not null,
    from_location_id uuid           not null,
    minimum          numeric(14, 3) not null check (minimum >= 0),
    maximum          numeric(14, 3) not null,
    constraint stock_limit_once unique (location_id, part_id),
    check (maximum >= minimum)
);

-- Each transfer whose goods did not arrive as they were sent is somebody's to clear up.
drop index discrepancy_open;
create unique index discrepancy_open on discrepancy (part_id, location_id, kind, coalesce(serial, ''))
    where state = 'OPEN' and kind <> 'TRANSFER_DIFFERENCE';
