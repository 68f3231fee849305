-- The two clocks of a request; null for those of before, which are due as they were told.
alter table ticket
    add column clocks jsonb,
    add column clock_version integer not null default 0,
    add column risk_at timestamptz;

-- What is at risk or broken, without a look at what is not.
create index ticket_risk on ticket (risk_at, id) where risk_at is not null;
