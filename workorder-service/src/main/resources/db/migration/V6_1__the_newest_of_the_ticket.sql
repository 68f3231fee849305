-- The newest change of a ticket that was heard of, whether its order has come before it or not.
create table known_ticket (
    ticket_id      uuid primary key,
    ticket_version bigint not null,
    told           jsonb
);

-- Of the ticket that the card shows. The default is for a service of the version before, which may still run.
alter table work_order add column ticket_version bigint not null default 0;
