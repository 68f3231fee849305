-- A price that was wrong is corrected, one that should not be there withdrawn; what was is kept.
alter table part_price
    add column corrections jsonb not null default '{"items":[]}',
    add column withdrawal jsonb,
    drop constraint part_price_day;
create unique index part_price_day on part_price (part_id, valid_from, currency) where withdrawal is null;

alter table labour_rate
    add column corrections jsonb not null default '{"items":[]}',
    add column withdrawal jsonb,
    drop constraint labour_rate_day;
create unique index labour_rate_day on labour_rate (kind, valid_from, currency) where withdrawal is null;

alter table tax_rate
    add column corrections jsonb not null default '{"items":[]}',
    add column withdrawal jsonb,
    drop constraint tax_rate_day;
create unique index tax_rate_day on tax_rate (category, valid_from) where withdrawal is null;

-- Issued on prices or rates that were put right afterwards.
alter table invoice add column prices_corrected boolean not null default false;
create index invoice_prices_corrected on invoice (id) where prices_corrected;
create index invoice_line_part on invoice_line (part_id, performed_on) where part_id is not null;

-- Drafts that were priced as of the day on which the job was closed are priced as of the days of their lines.
insert into errand (id, kind, subject_kind, subject_id, correlation_id, content, state, due, next_at, attempts, repeating, created_at)
select gen_random_uuid(), 'REPRICE_INVOICE', 'invoice', id, ticket_id, json_build_object('invoiceId', id)::text, 'WAITING', now(), now(),
       0, false, now()
  from invoice where state = 'DRAFT';
