create table purchase_order_series (
    year integer primary key,
    last integer not null
);

create table purchase_order (
    id            uuid primary key,
    version       bigint      not null,
    number        text        not null,
    state         text        not null,
    supplier_id   uuid        not null references supplier,
    supplier_name text        not null,
    location_id   uuid        not null references stock_location,
    currency      text        not null,
    -- How much of the company's currency one of the order's is; null where it is the same.
    exchange_rate numeric(14, 6) check (exchange_rate > 0),
    note          text,
    drafted_at    timestamptz not null,
    ordered_at    timestamptz,
    expected_on   date,
    ended_because text,
    constraint purchase_order_number unique (number),
    constraint purchase_order_is_expected_some_day check (expected_on is not null or state in ('DRAFT', 'CANCELLED'))
);
create index purchase_order_state on purchase_order (state, id);
create index purchase_order_supplier on purchase_order (supplier_id, id);

create table purchase_order_line (
    id                uuid primary key,
    purchase_order_id uuid           not null references purchase_order,
    position          integer        not null,
    part_id           uuid           not null references part,
    supplier_number   text,
    quantity          numeric(14, 3) not null check (quantity > 0),
    unit              text           not null,
    unit_price        numeric(14, 4) not null check (unit_price >= 0),
    lead_time_days    integer        not null,
    received          numeric(14, 3) not null default 0 check (received >= 0),
    -- By invoices of the supplier that are not rejected.
    invoiced          numeric(14, 3) not null default 0 check (invoiced >= 0)
);
create index purchase_order_line_order on purchase_order_line (purchase_order_id, position);
create index purchase_order_line_part on purchase_order_line (part_id, purchase_order_id);

-- Which entry of the ledger is what came of which line.
create table purchase_receipt (
    receipt_id        uuid primary key,
    purchase_order_id uuid           not null references purchase_order,
    line_id           uuid           not null references purchase_order_line,
    quantity          numeric(14, 3) not null check (quantity > 0),
    unit_price        numeric(14, 4) not null check (unit_price >= 0),
    delivery_note     text           not null,
    received_at       timestamptz    not null,
    taken_back        boolean        not null
);
create index purchase_receipt_order on purchase_receipt (purchase_order_id, receipt_id);
