-- How long it took until somebody set out, and until all work was closed, as its clock counted it, against what was promised: kept when
-- a clock stops. What stopped before this is not known that way, and does not count.
alter table ticket
    add column response_minutes integer,
    add column response_promised_minutes integer,
    add column resolution_minutes integer,
    add column resolution_promised_minutes integer;

-- Requests by when they were made: what is called off by mistake and opened anew by the day on which it was first asked for.
create index ticket_asked on ticket (coalesce(first_asked_at, created_at));
