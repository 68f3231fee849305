-- When a follow-up is taken back, the job returns to those who did the visit before it.
alter table visit add column assignment jsonb;
update visit v
   set assignment = w.assignment
  from work_order w
 where w.id = v.work_order_id
   and v.outcome is not null;
