-- The defaults are for a service of the version before, which may still run.
-- IN_PROGRESS used to say that a service order exists; now it says that somebody has set out. What was in progress stays so.
alter table ticket
    add column needs_qualification boolean not null default false,
    add column reason text,
    add column work_begun_at timestamptz,
    add column tellings integer not null default 0;

update ticket t
   set work_begun_at = coalesce((select min(o.closed_at) from ticket_order o where o.ticket_id = t.id), t.created_at)
 where state in ('IN_PROGRESS', 'RESOLVED', 'CLOSED');

-- Why it waits or was called off stood in its history only.
update ticket t
   set reason = coalesce(
           (select h.reason from history h where h.subject_id = t.id and h.to_state = t.state order by h.id desc limit 1),
           'No reason was recorded')
 where state in ('WAITING_CUSTOMER', 'CANCELLED', 'REJECTED');
