-- A visit that is expected, or took place, at another time than planned no longer takes its technicians' time as planned: whoever
-- plans looks at what is expected, with the technicians locked. The constraint keeps apart what is as planned.
-- The default is for a service of the version before, which may still run.
alter table appointment_technician add column moved boolean not null default false;
update appointment_technician t
   set moved = true
  from appointment a
 where a.id = t.appointment_id and a.busy_from is not null;

alter table appointment_technician
    drop constraint appointment_technician_no_overlap,
    add constraint appointment_technician_no_overlap
        exclude using gist (technician_id with =, tstzrange(starts_at, ends_at) with &&)
        where (active and not double_booked and not moved);

-- Where a visit stands among those of its technicians, if it was planned before one that was to come earlier and is late.
alter table appointment add column comes_at timestamptz;
