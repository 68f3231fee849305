-- The standard and the reduced rates of a country's tax are both of category S.
alter table tax_rate add column level text not null default 'STANDARD';
drop index tax_rate_day;
create unique index tax_rate_day on tax_rate (category, level, valid_from) where withdrawal is null;

-- How a customer, a part or a kind of work is taxed, where it is not as usual.
create table tax_rule (
    id               uuid primary key,
    version          bigint not null,
    customer_id      uuid,
    part_id          uuid,
    work_kind        text,
    category         text   not null,
    level            text   not null,
    exemption_reason text,
    reason           text   not null,
    valid_from       date   not null,
    withdrawal       jsonb,
    check (num_nonnulls(customer_id, part_id, work_kind) = 1)
);
create unique index tax_rule_day on tax_rule (coalesce(customer_id, part_id), coalesce(work_kind, ''), valid_from)
    nulls not distinct where withdrawal is null;

-- Where the machine stands; of what was closed before it was not kept, and counts as the seller's country.
alter table invoice add column site_country text;
alter table invoice_line
    add column exemption_reason text,
    add column given_category text,
    add column given_exemption text;

-- How a line was taxed that is issued already, nobody asks again: rules of today do not make it wrong.
update invoice_line l
   set given_category = l.tax_category,
       exemption_reason = case l.tax_category
           when 'AE' then 'Reverse charge' when 'K' then 'Intra-Community supply'
           when 'G' then 'Export outside the EU' when 'O' then 'Not subject to VAT' end
  from invoice i
 where i.id = l.invoice_id and i.state = 'ISSUED';
