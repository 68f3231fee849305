-- What holds until the ticket service tells of the company: the same as there. Version -1 takes whatever is told.
insert into known_company (company_id, company_version, trade_name, time_zone, currency)
values ('00000000-0000-7000-8000-000000000001', -1, 'Our company', 'Europe/Bucharest', 'RON') on conflict do nothing;

-- The company may change its currency; a price stays what was entered.
alter table part_price
    add column currency text,
    drop constraint part_price_day;
update part_price set currency = (select currency from known_company);
alter table part_price
    alter column currency set not null,
    add constraint part_price_day unique (part_id, valid_from, currency);

alter table labour_rate
    add column currency text,
    drop constraint labour_rate_day;
update labour_rate set currency = (select currency from known_company);
alter table labour_rate
    alter column currency set not null,
    add constraint labour_rate_day unique (kind, valid_from, currency);
