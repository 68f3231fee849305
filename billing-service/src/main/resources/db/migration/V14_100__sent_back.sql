-- A closed job that finance sends back to those who did it waits until it is closed again, and what is drafted of it as well.
alter table billing_case
    add column returns integer not null default 0,
    add column sent_back jsonb;
create index billing_case_sent_back on billing_case (id) where sent_back is not null;

create or replace view billing_backlog as
select id, 'CLOSED_NOT_BILLED' as kind, id as order_id, job ->> 'orderNumber' as order_number, ticket_id,
       job #>> '{customer,name}' as customer_name, (job ->> 'closedAt')::timestamptz as since,
       cast(owner ->> 'id' as uuid) as owner_id, owner ->> 'name' as owner_name, null::numeric as amount, null::text as currency,
       sent_back
  from billing_case where state = 'WAITING'
union all
select i.id, 'DRAFTED_NOT_ISSUED', i.order_id, i.order_number, i.ticket_id, i.buyer ->> 'name', i.drafted_at,
       cast(i.owner ->> 'id' as uuid), i.owner ->> 'name', (i.totals #>> '{gross,amount}')::numeric, i.totals #>> '{gross,currency}',
       c.sent_back
  from invoice i left join billing_case c on c.id = i.order_id where i.state = 'DRAFT'
union all
select id, 'CREDIT_NOT_ISSUED', order_id, order_number, ticket_id, buyer ->> 'name', drafted_at,
       cast(owner ->> 'id' as uuid), owner ->> 'name', -(totals #>> '{gross,amount}')::numeric, totals #>> '{gross,currency}',
       null::jsonb
  from credit_note where state = 'DRAFT';
