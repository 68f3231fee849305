-- What happened in a visit is held against when it was planned to begin, not only against when the office typed it. Of visits that
-- are not current any more it is not known, and stays null: they are held against when they were given out.
alter table visit add column planned_start timestamptz;
update visit v
   set planned_start = o.starts_at
  from work_order o
 where o.appointment_id = v.appointment_id;
