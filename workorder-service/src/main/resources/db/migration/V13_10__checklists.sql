-- Kinds of work as dispatch tells of them, the newest of each.
create table known_work_type (
    work_type_id      uuid primary key,
    work_type_version bigint not null,
    told              jsonb
);

-- What is asked of a job and what was answered, as a whole; none for jobs of no kind in particular, as all from before are.
alter table work_order
    add column checklist      jsonb,
    add column work_type_id   uuid generated always as (cast(checklist ->> 'workTypeId' as uuid)) stored,
    add column photo_kinds    jsonb   not null default '{"counts": {}}',
    add column customer_spoke boolean not null default false;
create index work_order_work_type on work_order (work_type_id, id) where work_type_id is not null;

update work_order w
   set photo_kinds = jsonb_build_object('counts', k.counts)
  from (select work_order_id, jsonb_object_agg(kind, taken) as counts
          from (select work_order_id, kind, count(*) as taken from photo where withdrawal is null group by work_order_id, kind) t
         group by work_order_id) k
 where k.work_order_id = w.id;

update work_order w set customer_spoke = true where exists (select from signature s where s.work_order_id = w.id);
