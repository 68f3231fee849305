-- Returnable containers (cylinders) of what is counted by weight. What is in one is the sum of its entries, each of which is so much of
-- an entry of the ledger at the place where the container stands: what is in containers there is a part of what is on hand there.
create table container (
    id               uuid primary key,
    version          bigint         not null,
    part_id          uuid           not null,
    number           text           not null,
    state            text           not null,
    location_id      uuid,
    tare             numeric(14, 3) not null check (tare > 0),
    capacity         numeric(14, 3) not null check (capacity > 0),
    content          numeric(18, 3) not null default 0,
    supplier_id      uuid,
    deposit          numeric(14, 2) check (deposit >= 0),
    deposit_currency text,
    weighed_at       timestamptz,
    registered_at    timestamptz    not null,
    changed_at       timestamptz    not null,
    check ((state = 'IN_STOCK') = (location_id is not null)),
    check (state = 'IN_STOCK' or content = 0),
    check ((deposit is null) = (deposit_currency is null))
);
-- One that was withdrawn may have been registered under a wrong number.
create unique index container_number on container (compared(number)) where state <> 'WITHDRAWN';
create index container_location on container (location_id, part_id) where state = 'IN_STOCK';
create index container_part on container (part_id, id);

create table container_entry (
    id           uuid primary key,
    container_id uuid           not null references container,
    movement_id  uuid           not null references stock_movement,
    location_id  uuid           not null,
    quantity     numeric(14, 3) not null check (quantity <> 0),
    recorded_at  timestamptz    not null,
    constraint container_entry_once unique (movement_id, container_id)
);
create index container_entry_container on container_entry (container_id, id);
create trigger container_entry_is_append_only
    before update or delete or truncate on container_entry
    for each statement execute function refuse_change();

-- Where a container has been, from each moment on.
create table container_place (
    id           uuid primary key,
    container_id uuid        not null references container,
    state        text        not null,
    location_id  uuid,
    recorded_at  timestamptz not null
);
create index container_place_container on container_place (container_id, recorded_at desc, id desc);
create trigger container_place_is_append_only
    before update or delete or truncate on container_place
    for each statement execute function refuse_change();

-- Null where it was nowhere at that moment.
create function container_location_at(container uuid, moment timestamptz) returns uuid stable language sql return (
    select p.location_id from container_place p
     where p.container_id = container and p.recorded_at <= moment
     order by p.recorded_at desc, p.id desc
     limit 1);
