-- Under what a request was recorded, and of which contract its job is: as the newest change says it, if there was one.
alter table known_ticket add column asked_under jsonb;
alter table known_ticket
    add column contract_id uuid generated always as
        (cast(case when told is null then asked_under else told -> 'coverage' end ->> 'contractId' as uuid)) stored,
    add column contract_name text generated always as
        (case when told is null then asked_under else told -> 'coverage' end ->> 'contractName') stored;
create index known_ticket_contract on known_ticket (contract_id, ticket_id) where contract_id is not null;

-- What was decided of a job, what is awaited, and what drafts are priced by.
alter table billing_case
    add column coverage jsonb,
    add column under_agreement boolean not null default false,
    add column coverage_awaited boolean not null default false;
alter table invoice add column coverage jsonb;

-- A draft that waits for the decision is another matter than one that waits for somebody to issue it.
create or replace view billing_backlog as
select id, 'CLOSED_NOT_BILLED' as kind, id as order_id, job ->> 'orderNumber' as order_number, ticket_id,
       job #>> '{customer,name}' as customer_name, (job ->> 'closedAt')::timestamptz as since,
       cast(owner ->> 'id' as uuid) as owner_id, owner ->> 'name' as owner_name, null::numeric as amount, null::text as currency,
       sent_back
  from billing_case where state = 'WAITING'
union all
select i.id, case when c.coverage_awaited then 'COVERAGE_UNDECIDED' else 'DRAFTED_NOT_ISSUED' end, i.order_id, i.order_number,
       i.ticket_id, i.buyer ->> 'name', i.drafted_at, cast(i.owner ->> 'id' as uuid), i.owner ->> 'name',
       (i.totals #>> '{gross,amount}')::numeric, i.totals #>> '{gross,currency}', c.sent_back
  from invoice i left join billing_case c on c.id = i.order_id where i.state = 'DRAFT'
union all
select id, 'CREDIT_NOT_ISSUED', order_id, order_number, ticket_id, buyer ->> 'name', drafted_at,
       cast(owner ->> 'id' as uuid), owner ->> 'name', -(totals #>> '{gross,amount}')::numeric, totals #>> '{gross,currency}',
       null::jsonb
  from credit_note where state = 'DRAFT';
