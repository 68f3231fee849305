-- The company as the ticket service tells of it: one row, or none before the first event.
create table known_company (
    company_id      uuid primary key,
    company_version bigint not null,
    trade_name      text   not null,
    seller          jsonb,
    time_zone       text   not null,
    currency        text   not null
);
create unique index known_company_one on known_company ((true));
