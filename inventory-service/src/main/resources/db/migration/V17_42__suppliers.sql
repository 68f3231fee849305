create table supplier (
    id           uuid primary key,
    version      bigint  not null,
    name         text    not null,
    tax_id       text,
    email        text,
    phone        text,
    currency     text    not null,
    payment_days integer not null check (payment_days between 0 and 365),
    search_text  text generated always as (folded(name || ' ' || coalesce(tax_id, ''))) stored
);
create unique index supplier_name on supplier (compared(name));
create index supplier_text on supplier using gin (search_text gin_trgm_ops);

-- What a supplier sells, by the supplier's own numbers.
create table supplier_part (
    id              uuid primary key,
    version         bigint         not null,
    supplier_id     uuid           not null references supplier,
    part_id         uuid           not null references part,
    supplier_number text           not null,
    pack_size       numeric(14, 3) not null check (pack_size > 0),
    unit_price      numeric(14, 4) not null check (unit_price >= 0),
    lead_time_days  integer        not null check (lead_time_days between 0 and 365),
    preferred       boolean        not null,
    offered         boolean        not null,
    constraint supplier_part_once unique (supplier_id, part_id),
    check (offered or not preferred)
);
create unique index supplier_part_preferred on supplier_part (part_id) where preferred;
create index supplier_part_part on supplier_part (part_id, id);
create index supplier_part_number on supplier_part (compared(supplier_number), id);
