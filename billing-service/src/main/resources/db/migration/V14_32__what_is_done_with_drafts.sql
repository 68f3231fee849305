-- Lines are split off and moved to other drafts, and numbered anew.
alter table invoice_line
    drop constraint invoice_line_invoice_id_position_key,
    add constraint invoice_line_position unique (invoice_id, position) deferrable initially deferred;
drop index invoice_line_again;
create unique index invoice_line_again on invoice_line (again_of, share);

-- Whom a draft is moved to is known by the newest request that was heard of.
alter table known_customer
    add column card jsonb,
    add column told_at timestamptz;
update known_customer k
   set card = told.card, told_at = told.heard_at
  from (select distinct on (card ->> 'id') card, heard_at
          from (select told -> 'customer' as card, (told ->> 'changedAt')::timestamptz as heard_at from known_ticket where told is not null
                 union all
                select job -> 'customer', (job ->> 'closedAt')::timestamptz from billing_case where job is not null) heard
         where card is not null
         order by card ->> 'id', heard_at desc) told
 where k.customer_id = cast(told.card ->> 'id' as uuid);

-- A draft that a person moved to another buyer no longer follows the ticket's.
alter table invoice
    add column buyer_given boolean not null default false,
    add column owner jsonb;
create index invoice_moved on invoice (customer_id) where buyer_given and state = 'DRAFT';
alter table billing_case add column owner jsonb;
alter table credit_note add column owner jsonb;

-- What waits for somebody in billing, oldest first by id.
create view billing_backlog as
select id, 'CLOSED_NOT_BILLED' as kind, id as order_id, job ->> 'orderNumber' as order_number, ticket_id,
       job #>> '{customer,name}' as customer_name, (job ->> 'closedAt')::timestamptz as since,
       cast(owner ->> 'id' as uuid) as owner_id, owner ->> 'name' as owner_name, null::numeric as amount, null::text as currency
  from billing_case where state = 'WAITING'
union all
select id, 'DRAFTED_NOT_ISSUED', order_id, order_number, ticket_id, buyer ->> 'name', drafted_at,
       cast(owner ->> 'id' as uuid), owner ->> 'name', (totals #>> '{gross,amount}')::numeric, totals #>> '{gross,currency}'
  from invoice where state = 'DRAFT'
union all
select id, 'CREDIT_NOT_ISSUED', order_id, order_number, ticket_id, buyer ->> 'name', drafted_at,
       cast(owner ->> 'id' as uuid), owner ->> 'name', -(totals #>> '{gross,amount}')::numeric, totals #>> '{gross,currency}'
  from credit_note where state = 'DRAFT';
