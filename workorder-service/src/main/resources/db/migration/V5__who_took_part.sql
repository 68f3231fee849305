-- What happened in a visit may be recorded by whoever took part in it, whoever has the order now.
alter table visit add column participants jsonb;
-- The default is for a service of the version before, which may still run and does not write it.
alter table work_order add column participant_ids uuid[] not null default '{}';

update visit v
   set participants = jsonb_build_object('people', coalesce(v.assignment, w.assignment) -> 'technicians')
  from work_order w
 where w.id = v.work_order_id
   and coalesce(v.travel, v.arrival, v.start_of_work) is not null;

update work_order w
   set participant_ids = taken.part
  from (select v.work_order_id, array_agg(distinct cast(p.one ->> 'id' as uuid)) as part
          from visit v, jsonb_array_elements(v.participants -> 'people') as p(one)
         group by v.work_order_id) as taken
 where taken.work_order_id = w.id;

create index work_order_participants on work_order using gin (participant_ids);
