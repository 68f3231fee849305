-- Time is billed in minutes at a price for 60 of them, and each line at the price and tax rate of its own day.
-- The defaults, here and in what follows, are for a service of the version before, which may still run.
alter table invoice_line
    add column performed_on date,
    add column price_base numeric(14, 3) not null default 1 check (price_base > 0);

-- What was drafted or issued before was priced as of the day on which the job was closed; what is issued stays so.
update invoice_line l set performed_on = i.performed_on from invoice i where i.id = l.invoice_id;
alter table invoice_line
    alter column performed_on set not null,
    alter column performed_on set default current_date;

-- A time entry that goes past midnight has a line for each day.
alter table invoice_line drop constraint invoice_line_source;
alter table invoice_line add constraint invoice_line_source unique (source_id, performed_on);

-- Drafts follow: parts have the day of their use, hours the day on which they began and their minutes.
update invoice_line l
   set performed_on = (b.occurred_at at time zone coalesce(c.job #>> '{location,timeZone}', k.time_zone))::date
  from invoice i, billable_item b, billing_case c, known_company k
 where i.id = l.invoice_id and i.state = 'DRAFT' and b.usage_id = l.source_id and c.id = i.order_id;
update invoice_line l
   set unit = 'MIN',
       price_base = 60,
       quantity = greatest(0, round(extract(epoch from (e ->> 'endedAt')::timestamptz - (e ->> 'startedAt')::timestamptz) / 60)),
       performed_on = ((e ->> 'startedAt')::timestamptz at time zone coalesce(c.job #>> '{location,timeZone}', k.time_zone))::date
  from invoice i, billing_case c, known_company k, lateral jsonb_array_elements(c.job -> 'labour') e
 where i.id = l.invoice_id and i.state = 'DRAFT' and c.id = i.order_id
   and (e ->> 'entryId')::uuid = l.source_id and l.kind <> 'PART';
update invoice_line l
   set net = round(l.quantity * l.unit_price / l.price_base, 2)
  from invoice i
 where i.id = l.invoice_id and i.state = 'DRAFT' and l.net is not null and l.price_base <> 1;

with rates as (
    select l.invoice_id, l.tax_category, l.tax_percent, i.totals #>> '{gross,currency}' as currency, sum(l.net) as net,
           round(sum(l.net) * l.tax_percent / 100, 2) as tax
      from invoice_line l join invoice i on i.id = l.invoice_id
     where i.state = 'DRAFT' and l.net is not null and l.tax_percent is not null
     group by l.invoice_id, l.tax_category, l.tax_percent, currency),
sums as (
    select invoice_id, currency, sum(net) as net, sum(tax) as tax,
           jsonb_agg(jsonb_build_object(
               'category', tax_category,
               'percent', tax_percent::text,
               'taxable', jsonb_build_object('amount', net::text, 'currency', currency),
               'tax', jsonb_build_object('amount', tax::text, 'currency', currency))
               order by tax_category, tax_percent) as taxes
      from rates group by invoice_id, currency)
update invoice i
   set totals = jsonb_build_object(
           'taxes', s.taxes,
           'net', jsonb_build_object('amount', s.net::text, 'currency', s.currency),
           'tax', jsonb_build_object('amount', s.tax::text, 'currency', s.currency),
           'gross', jsonb_build_object('amount', (s.net + s.tax)::text, 'currency', s.currency))
  from sums s
 where s.invoice_id = i.id;
