-- What suppliers ask money for. One that is rejected may come again under its number.
create table supplier_invoice (
    id                uuid primary key,
    version           bigint         not null,
    state             text           not null,
    supplier_id       uuid           not null references supplier,
    purchase_order_id uuid           not null references purchase_order,
    number            text           not null,
    issued_on         date           not null,
    due_on            date           not null check (due_on >= issued_on),
    currency          text           not null,
    net               numeric(14, 2) not null,
    tax               numeric(14, 2) not null,
    total             numeric(14, 2) generated always as (net + tax) stored,
    lines             jsonb          not null,
    findings          jsonb          not null,
    recorded_at       timestamptz    not null,
    decided_because   text,
    paid_on           date,
    check ((state = 'PAID') = (paid_on is not null))
);
create unique index supplier_invoice_number on supplier_invoice (supplier_id, compared(number)) where state <> 'REJECTED';
create index supplier_invoice_due on supplier_invoice (due_on, id) where state in ('IN_QUESTION', 'TO_PAY');
create index supplier_invoice_order on supplier_invoice (purchase_order_id, id);
