create table part (
    id            uuid primary key,
    version       bigint  not null,
    number        text    not null,
    name          text    not null,
    unit          text    not null,
    serialised    boolean not null,
    reorder_point numeric(14, 3) check (reorder_point >= 0),
    constraint part_number unique (number)
);

create table stock_location (
    id            uuid primary key,
    version       bigint not null,
    kind          text   not null,
    name          text   not null,
    technician_id uuid,
    responsible   text,
    constraint stock_location_technician unique (technician_id),
    check (technician_id is null or kind = 'VEHICLE')
);

-- The ledger. Parts and places are named by id alone: what the field has used is a fact, whether we know the part or not.
create table stock_movement (
    id          uuid primary key,
    version     bigint         not null,
    part_id     uuid           not null,
    location_id uuid           not null,
    kind        text           not null,
    quantity    numeric(14, 3) not null check (quantity <> 0),
    unit        text           not null,
    source_id   uuid           not null,
    reversal_of uuid,
    order_id    uuid,
    ticket_id   uuid,
    reference   text,
    actor_id    uuid           not null,
    occurred_at timestamptz    not null,
    recorded_at timestamptz    not null,
    constraint stock_movement_source unique (source_id),
    constraint stock_movement_reversal unique (reversal_of)
);
create index stock_movement_place on stock_movement (part_id, location_id, id);
create index stock_movement_location on stock_movement (location_id, id);
create index stock_movement_order on stock_movement (order_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is only ever added to; write a counter-entry' using errcode = 'restrict_violation';
end $$;
create trigger stock_movement_is_append_only
    before update or delete or truncate on stock_movement
    for each statement execute function refuse_change();

-- The sum of the ledger for a part at a place, kept in the transaction of each movement. A hot part's row is rewritten
-- all the time, so its pages keep room for the next version.
create table stock_level (
    id          uuid primary key,
    version     bigint         not null,
    part_id     uuid           not null,
    location_id uuid           not null,
    unit        text           not null,
    on_hand     numeric(18, 3) not null,
    allocated   numeric(18, 3) not null default 0 check (allocated >= 0),
    constraint stock_level_place unique (part_id, location_id)
) with (fillfactor = 70);
create index stock_level_location on stock_level (location_id, id);

create table discrepancy (
    id          uuid primary key,
    version     bigint      not null,
    kind        text        not null,
    state       text        not null,
    part_id     uuid        not null,
    location_id uuid        not null,
    order_id    uuid        not null,
    ticket_id   uuid        not null,
    owner       text        not null,
    detail      text        not null,
    opened_at   timestamptz not null,
    resolved_at timestamptz,
    resolved_by text,
    resolution  text
);
create unique index discrepancy_open on discrepancy (part_id, location_id, kind) where state = 'OPEN';
create index discrepancy_state on discrepancy (state, id);
