-- An hourly rate may be for one kind of work.
alter table labour_rate add column work_type_id uuid;
drop index labour_rate_day;
create unique index labour_rate_day on labour_rate (kind, customer_id, contract_id, work_type_id, valid_from, currency)
    nulls not distinct where withdrawal is null;

-- Looked up by what a list is asked for.
create index part_price_contract on part_price (contract_id, id) where contract_id is not null;
create index labour_rate_contract on labour_rate (contract_id, id) where contract_id is not null;
create index price_rule_contract on price_rule (contract_id, id) where contract_id is not null;
