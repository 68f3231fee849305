-- What a unit of another currency is in lei, as the National Bank says it, each on its day. An invoice keeps the one it was issued with.
create table exchange_rate (
    id         uuid primary key,
    version    bigint         not null,
    currency   text           not null check (currency <> 'RON'),
    day        date           not null,
    lei        numeric(14, 6) not null check (lei > 0),
    withdrawal jsonb
);
create unique index exchange_rate_day on exchange_rate (currency, day) where withdrawal is null;

alter table invoice add column exchange jsonb;
