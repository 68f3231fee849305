-- Work under way refers to the place that its technician holds, and a technician holds one: two active jobs of one person
-- cannot be stored, whichever command forgets to ask. Looked at when the transaction ends, since a step releases and takes
-- places anew.
alter table active_work add constraint active_work_place unique (work_order_id, technician_id);

alter table work_order add column active_technician_id uuid;

-- What was sent back for review used to count as under way, though nobody worked on it.
update visit v
   set state = 'PAUSED'
  from work_order w
 where w.appointment_id = v.appointment_id
   and w.visit_state in ('TRAVELLING', 'ON_SITE', 'IN_PROGRESS')
   and not exists (select from active_work a where a.work_order_id = w.id);

update work_order w
   set state = 'PAUSED', visit_state = 'PAUSED'
 where w.visit_state in ('TRAVELLING', 'ON_SITE', 'IN_PROGRESS')
   and not exists (select from active_work a where a.work_order_id = w.id);

update work_order w
   set active_technician_id =
           (select a.technician_id
              from active_work a, visit v
             where a.work_order_id = w.id
               and v.appointment_id = w.appointment_id
             order by cast(a.technician_id as text) = coalesce(v.travel, v.arrival, v.start_of_work) ->> 'technicianId' desc
             limit 1)
 where w.visit_state in ('TRAVELLING', 'ON_SITE', 'IN_PROGRESS');

alter table work_order
    add constraint work_order_active
        check ((visit_state in ('TRAVELLING', 'ON_SITE', 'IN_PROGRESS')) = (active_technician_id is not null)),
    add constraint work_order_active_place
        foreign key (id, active_technician_id) references active_work (work_order_id, technician_id)
        deferrable initially deferred;
