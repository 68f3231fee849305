-- Until when somebody has plans in the time of a visit that the exclusion constraint does not see: whoever plans looks for
-- such visits only where there may be one.
alter table technician add column double_booked_until timestamptz;

update technician t
   set double_booked_until = a.last
  from (select technician_id, max(ends_at) as last from appointment_technician where double_booked group by technician_id) a
 where a.technician_id = t.id;
