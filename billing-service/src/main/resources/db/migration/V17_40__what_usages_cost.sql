-- What a usage cost by the ledger of stock when it was used; told once, and never changed.
create table usage_cost (
    usage_id  uuid primary key,
    part_id   uuid           not null,
    order_id  uuid           not null,
    unit_cost numeric(14, 4) not null check (unit_cost >= 0),
    currency  text           not null,
    costed_at timestamptz    not null
);
