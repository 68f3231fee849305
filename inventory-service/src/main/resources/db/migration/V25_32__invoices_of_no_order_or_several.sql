-- What a supplier asks for may be of no order, or of several, or be taken off what is to be paid.
alter table supplier_invoice
    alter column purchase_order_id drop not null,
    -- What it is for, where nothing was ordered or returned.
    add column subject            text,
    -- The return that it credits.
    add column supplier_return_id uuid,
    -- Null of what was entered before that was kept.
    add column recorded_by        uuid;

-- The orders of an invoice of several; that of one only stands in it.
create table invoiced_order (
    id                  uuid primary key,
    supplier_invoice_id uuid not null references supplier_invoice,
    purchase_order_id   uuid not null references purchase_order,
    constraint invoiced_order_once unique (purchase_order_id, supplier_invoice_id)
);
