-- The end of a visit is told twice, by visit-progressed and by job-completed, in either order. Counting both tells which
-- of them are about the same end; the clocks of phones do not.
alter table appointment
    add column ends_heard    integer not null default 0,
    add column ends_reported integer not null default 0;

update appointment a
   set ends_heard = case when a.state in ('COMPLETED', 'PARTIALLY_COMPLETED', 'CANNOT_COMPLETE') then 1 else 0 end,
       ends_reported = case when o.completed_visit = a.id then 1 else 0 end
  from service_order o
 where o.id = a.order_id;

alter table appointment
    alter column ends_heard drop default,
    alter column ends_reported drop default,
    drop column settled_at;

alter table service_order
    drop column completed_visit,
    drop column completed_at;
