-- Of a ticket the newest telling stands, whichever comes first. What was made of it so far was told by ticket-created.
-- The defaults are for a service of the version before, which may still run.
alter table known_ticket
    add column ticket_version bigint not null default -1,
    drop column cancelled_at,
    drop column cancel_reason;
update known_ticket set ticket_version = 0;

alter table service_order
    add column waits_for_customer boolean not null default false,
    add column called_off_at timestamptz,
    add column called_off_because text;
update service_order set called_off_at = changed_at, called_off_because = coalesce(reason, '') where state = 'CANCELLED';
