alter table invoice
    add column search_text text generated always as (folded(coalesce(number, '') || ' ' || order_number || ' ' || ticket_number
        || ' ' || coalesce(buyer ->> 'name', '') || ' ' || coalesce(buyer ->> 'taxId', ''))) stored,
    add column customer_id uuid generated always as (cast(buyer ->> 'id' as uuid)) stored,
    add column changed_at timestamptz;
update invoice set changed_at = coalesce(issued_at, drafted_at);
alter table invoice alter column changed_at set not null;
create trigger invoice_touched before insert or update on invoice for each row execute function touched();
create index invoice_text on invoice using gin (search_text gin_trgm_ops);
create index invoice_customer on invoice (customer_id, id);
create index invoice_issued on invoice (issued_at, id);
create index invoice_changed on invoice (changed_at, id);
