-- The company as the ticket service tells of it: costs are in its currency, days are those of its clock. What holds until it is told is
-- the same as there; version -1 takes whatever is told.
create table known_company (
    company_id      uuid primary key,
    company_version bigint not null,
    trade_name      text   not null,
    time_zone       text   not null,
    currency        text   not null
);
create unique index known_company_one on known_company ((true));
insert into known_company (company_id, company_version, trade_name, time_zone, currency)
values ('00000000-0000-7000-8000-000000000001', -1, 'Our company', 'Europe/Bucharest', 'RON');
