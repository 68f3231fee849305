-- Whether somebody has worked on site, in whichever visit: from then on a job keeps the work type that it has, be it none.
alter table work_order add column work_begun boolean not null default false;
update work_order o
   set work_begun = true
 where exists (select from visit v where v.work_order_id = o.id and v.start_of_work is not null)
    or coalesce((o.checklist ->> 'begun')::boolean, false);

-- A rule decides about jobs that are completed from then on.
alter table review_rule add column set_at timestamptz not null default now();
