-- What differed when a person decided that the report counts; only what comes besides is unexpected.
alter table billing_case add column settled jsonb not null default '{"items":[]}';
alter table billing_case alter column settled drop default;
