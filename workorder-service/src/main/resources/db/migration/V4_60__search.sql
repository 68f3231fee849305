-- Stored times are in UTC (they end in Z), so no setting of the session changes what they mean.
create function moment(given text) returns timestamptz language sql immutable strict parallel safe
return cast(given as timestamptz);

alter table work_order
    add column search_text text generated always as (folded(number || ' ' || ticket_number || ' '
        || coalesce(job_card ->> 'summary', '') || ' ' || coalesce(job_card #>> '{customer,name}', '') || ' '
        || coalesce(job_card #>> '{location,name}', '') || ' '
        || coalesce(job_card #>> '{location,address,street}', '') || ' '
        || coalesce(job_card #>> '{location,address,city}', '') || ' '
        || coalesce(job_card #>> '{asset,name}', '') || ' ' || coalesce(job_card #>> '{asset,serialNumber}', ''))) stored,
    add column customer_id uuid generated always as (cast(job_card #>> '{customer,id}' as uuid)) stored,
    add column starts_at timestamptz generated always as (moment(assignment #>> '{window,start}')) stored;
create index work_order_text on work_order using gin (search_text gin_trgm_ops);
create index work_order_number on work_order (number);
create index work_order_customer on work_order (customer_id, id);
create index work_order_ticket on work_order (ticket_id, id);
create index work_order_start on work_order (starts_at, id);
create index work_order_changed on work_order (changed_at, id);
