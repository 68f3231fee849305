-- To whom an order was sent by mail last, and what became of it.
alter table purchase_order
    add column sent_to      text,
    add column sent_at      timestamptz,
    add column send_failure text;
