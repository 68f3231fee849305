create sequence contract_number;

create table contract (
    id            uuid primary key,
    version       bigint      not null,
    number        text        not null unique,
    state         text        not null,
    customer_id   uuid        not null references customer,
    name          text        not null,
    reference     text,
    scope         jsonb       not null,
    valid_from    date        not null,
    term_from     date        not null,
    valid_through date,
    renew_months  integer,
    notice_days   integer,
    notice_at     timestamptz,
    versions      jsonb       not null,
    check (valid_through is null or valid_through >= valid_from)
);
create index contract_customer on contract (customer_id, id);

create table warranty (
    id                uuid primary key,
    version           bigint not null,
    asset_id          uuid   not null references asset,
    name              text   not null,
    valid_from        date   not null,
    valid_through     date   not null,
    covered           jsonb  not null,
    withdrawn_at      timestamptz,
    withdrawn_because text,
    check (valid_through >= valid_from)
);
create index warranty_asset on warranty (asset_id, id);

-- What is included is used up by entries that are written once. The first entry of a request comes with the request itself.
create table allowance_entry (
    id          uuid primary key,
    contract_id uuid           not null references contract,
    ticket_id   uuid           not null,
    unit        text           not null,
    kind        text           not null,
    amount      numeric(12, 3) not null check (amount <> 0),
    period_from date           not null,
    at          timestamptz    not null
);
create index allowance_entry_contract on allowance_entry (contract_id, unit, period_from);
create index allowance_entry_of_contract on allowance_entry (contract_id, id);
create index allowance_entry_ticket on allowance_entry (ticket_id, id);

create function refuse_change_of_allowance_entry() returns trigger language plpgsql as $$
begin
    raise exception 'an allowance entry is written once';
end $$;
create trigger allowance_entry_stays before update or delete on allowance_entry
    for each row execute function refuse_change_of_allowance_entry();

create table coverage_decision (
    id             uuid primary key,
    version        bigint      not null,
    ticket_id      uuid        not null references ticket,
    closure_number integer     not null,
    under          jsonb       not null,
    asked_on       date        not null,
    lines          jsonb       not null,
    used           jsonb       not null,
    decided_at     timestamptz not null,
    contract_id    uuid generated always as (cast(under ->> 'contractId' as uuid)) stored
);
create index coverage_decision_ticket on coverage_decision (ticket_id, id);
create index coverage_decision_contract on coverage_decision (contract_id, id);

-- Under what a request is, since it was recorded; null for nothing.
alter table ticket add column agreement jsonb;
