-- Of a job there may be several invoices: the first, what supplements it, what was split off, what bills anew after a credit.
-- The defaults, here and in what follows, are for a service of the version before, which may still run.
alter table invoice
    add column cause text not null default 'JOB',
    add column preceding jsonb,
    add column credited jsonb,
    add column sums_as_billed jsonb,
    drop constraint invoice_order;
create unique index invoice_of_job on invoice (order_id) where cause = 'JOB';
create index invoice_order on invoice (order_id, id);

create table credit_note (
    id             uuid primary key,
    version        bigint      not null,
    state          text        not null,
    number         text,
    invoice_id     uuid        not null references invoice,
    invoice_number text        not null,
    invoice_date   date        not null,
    order_id       uuid        not null,
    order_number   text        not null,
    ticket_id      uuid        not null,
    ticket_number  text        not null,
    buyer          jsonb       not null,
    seller         jsonb,
    customer_id    uuid        generated always as (cast(buyer ->> 'id' as uuid)) stored,
    reason         text        not null,
    proposed       boolean     not null,
    totals         jsonb       not null,
    discarded      jsonb,
    drafted_at     timestamptz not null,
    issued_at      timestamptz,
    issue_date     date,
    changed_at     timestamptz not null,
    constraint credit_note_number unique (number),
    constraint credit_note_has_its_number check ((number is not null) = (state = 'ISSUED')),
    constraint credit_note_says_why_it_is_discarded check ((discarded is not null) = (state = 'DISCARDED'))
);
create trigger credit_note_touched before insert or update on credit_note for each row execute function touched();
create index credit_note_state on credit_note (state, id);
create index credit_note_invoice on credit_note (invoice_id, id);
create index credit_note_ticket on credit_note (ticket_id, id);
create index credit_note_customer on credit_note (customer_id, id);
create index credit_note_issued on credit_note (issued_at, id);
create index credit_note_changed on credit_note (changed_at, id);
-- What came back by itself is proposed once for each invoice.
create unique index credit_note_proposal on credit_note (invoice_id) where proposed and state = 'DRAFT';

create table credit_note_line (
    id               uuid primary key,
    credit_note_id   uuid           not null references credit_note,
    position         integer        not null,
    invoice_line_id  uuid           not null references invoice_line,
    kind             text           not null,
    description      text           not null,
    quantity         numeric(14, 3) not null,
    unit             text           not null,
    unit_price       numeric(18, 4) not null,
    price_base       numeric(14, 3) not null check (price_base > 0),
    net              numeric(18, 2) not null,
    tax_category     text           not null,
    tax_percent      numeric(5, 2)  not null,
    exemption_reason text,
    -- How much of the line's quantity is not billed any more; none where only its price is reduced.
    returned         numeric(14, 3) not null check (returned >= 0),
    unique (credit_note_id, position),
    unique (credit_note_id, invoice_line_id)
);
create index credit_note_line_of on credit_note_line (invoice_line_id);

-- What is issued or discarded never changes.
create function credit_note_is_final() returns trigger language plpgsql as
$$
begin
    raise exception 'credit note % is % and never changes', old.id, old.state;
end
$$;
create trigger credit_note_final before update or delete on credit_note
    for each row when (old.state <> 'DRAFT') execute function credit_note_is_final();

-- A usage or an hour is billed once, in shares; what was credited is billed again once; no more is credited than was billed.
alter table invoice_line
    add column share integer not null default 1,
    add column again_of uuid references credit_note_line,
    add column as_billed boolean not null default false,
    add column credited_quantity numeric(14, 3) not null default 0,
    add column credited_net numeric(18, 2) not null default 0,
    alter column source_id drop not null,
    add constraint invoice_line_credited check (credited_quantity between 0 and quantity),
    add constraint invoice_line_credited_net check (abs(credited_net) <= abs(coalesce(net, 0)) and credited_net * coalesce(net, 0) >= 0),
    drop constraint if exists invoice_line_source;
drop index if exists invoice_line_source;
create unique index invoice_line_source on invoice_line (source_id, performed_on, share) where again_of is null;
create unique index invoice_line_again on invoice_line (again_of);
