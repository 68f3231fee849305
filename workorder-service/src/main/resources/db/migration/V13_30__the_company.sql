-- The company as the ticket service tells of it; until then the neutral one that there is too. Version -1 takes whatever is told.
create table known_company (
    company_id      uuid primary key,
    company_version bigint not null,
    trade_name      text   not null,
    seller          jsonb,
    time_zone       text   not null,
    languages       text[] not null
);
create unique index known_company_one on known_company ((true));

insert into known_company (company_id, company_version, trade_name, time_zone, languages)
values ('00000000-0000-7000-8000-000000000001', -1, 'Our company', 'Europe/Bucharest', '{ro,en}');
