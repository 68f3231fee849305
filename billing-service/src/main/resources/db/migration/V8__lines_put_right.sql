-- A line of a draft is put right, taken out and put back by a person; what it said before is kept.
alter table invoice_line
    add column given_price numeric(14, 4) check (given_price >= 0),
    add column taken_out boolean not null default false,
    add column changes jsonb not null default '{"items":[]}';
