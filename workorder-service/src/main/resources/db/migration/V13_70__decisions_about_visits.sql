-- Of each visit: the newest decision that gives it to somebody and the newest that takes it away, whichever was heard first. The version
-- stays the newest of all, for what is of the order and not of a visit.
alter table assignment add column decisions jsonb not null default '{}';

-- The decision by which the order is planned as it is; news of one that came too late does not change it.
alter table work_order add column plan_version bigint;
update work_order set plan_version = assignment_version;
alter table work_order alter column plan_version set not null, alter column plan_version set default 0;

-- The newest decision that gives the visit to somebody, whether or not it came too late.
alter table visit add column assignment_version bigint;
update visit v set assignment_version = o.assignment_version from work_order o where o.id = v.work_order_id;
alter table visit alter column assignment_version set not null, alter column assignment_version set default 0;

update assignment a
   set decisions = v.known
  from (select work_order_id, jsonb_object_agg(appointment_id, jsonb_build_object('assigned', assignment_version)
                 || case when state = 'CANCELLED' then jsonb_build_object('withdrawn', assignment_version) else '{}' end) as known
          from visit group by work_order_id) v
 where v.work_order_id = a.order_id;
