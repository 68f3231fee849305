-- The plan that a message was about: what was told before another plan no longer counts. Of messages about a plan that was
-- given up meanwhile it is not known, and stays null.
alter table delay_notice add column planned_start timestamptz;

update delay_notice n
   set planned_start = a.starts_at
  from appointment a
 where a.id = n.appointment_id and a.told_arrival is not null;
