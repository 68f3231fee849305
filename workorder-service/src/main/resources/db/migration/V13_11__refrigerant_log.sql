-- What was filled into a machine, taken out of it, and how tight it was found: its refrigerant log. The machine as it was called then.
create table refrigerant_entry (
    id              uuid primary key,
    work_order_id   uuid        not null references work_order,
    order_number    text        not null,
    asset_id        uuid        not null,
    asset           jsonb       not null,
    kind            text        not null,
    refrigerant     text,
    kilograms       numeric(7, 3),
    cylinder        text,
    origin          text,
    facility        text,
    bar             numeric(7, 3),
    minutes         integer,
    tight           boolean,
    technician_id   uuid        not null,
    technician_name text        not null,
    occurred_at     timestamptz not null,
    recorded_at     timestamptz not null,
    reversal        jsonb
);
create index refrigerant_entry_asset on refrigerant_entry (asset_id, id);
