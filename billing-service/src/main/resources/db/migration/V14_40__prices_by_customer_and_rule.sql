-- A price or an hourly rate is everybody's, a customer's or, once contracts are told of, a contract's; until a day, or until the next.
alter table part_price
    add column customer_id uuid,
    add column contract_id uuid,
    add column valid_through date,
    add constraint part_price_holds check (valid_through >= valid_from);
drop index part_price_day;
create unique index part_price_day on part_price (part_id, customer_id, contract_id, valid_from, currency)
    nulls not distinct where withdrawal is null;

alter table labour_rate
    add column customer_id uuid,
    add column contract_id uuid,
    add column valid_through date,
    add constraint labour_rate_holds check (valid_through >= valid_from);
drop index labour_rate_day;
create unique index labour_rate_day on labour_rate (kind, customer_id, contract_id, valid_from, currency)
    nulls not distinct where withdrawal is null;

-- How prices are made: bands of time, visits, fixed prices, discounts, coverage.
create table price_rule (
    id            uuid primary key,
    version       bigint not null,
    name          text   not null,
    customer_id   uuid,
    contract_id   uuid,
    asset_id      uuid,
    part_id       uuid,
    work_type_id  uuid,
    terms         jsonb  not null,
    currency      text   not null,
    reason        text   not null,
    valid_from    date   not null,
    valid_through date check (valid_through >= valid_from),
    withdrawal    jsonb
);
create unique index price_rule_day on price_rule (name, customer_id, contract_id, asset_id, part_id, valid_from)
    nulls not distinct where withdrawal is null;
create index price_rule_customer on price_rule (customer_id, id) where customer_id is not null;
create index price_rule_part on price_rule (part_id, id) where part_id is not null;
create index price_rule_work_type on price_rule (work_type_id, id) where work_type_id is not null;

-- Public holidays, once the calendar is told.
alter table known_company add column holidays jsonb not null default '{"days":[]}';

-- Of what the lines are made, and why each of them is there and costs what it costs. Of what was drafted before it is not known.
alter table invoice add column work jsonb;
alter table invoice_line
    add column began_at timestamptz,
    add column provenance jsonb;

-- A usage, a stretch of a time entry or a visit is billed once, in shares where a person splits it. Lines of a draft are cut anew where rules change, so their places are
-- looked at when all of them are there.
alter table invoice_line
    drop constraint if exists invoice_line_invoice_id_position_key,
    drop constraint if exists invoice_line_position,
    add constraint invoice_line_position unique (invoice_id, position) deferrable initially deferred;
drop index invoice_line_source;
create unique index invoice_line_source on invoice_line (source_id, kind, performed_on, began_at, share)
    nulls not distinct where again_of is null and source_id is not null;
