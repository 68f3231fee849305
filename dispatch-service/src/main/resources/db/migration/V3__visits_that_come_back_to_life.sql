-- A visit that was cancelled too late, or sent back after its end, takes place in a time that others may have been promised
-- meanwhile. That is a fact, so the constraint must let it be; code keeps new plans out of its time.
alter table appointment_technician add column double_booked boolean not null default false;
alter table appointment_technician alter column double_booked drop default;

alter table appointment_technician
    drop constraint appointment_technician_no_overlap,
    add constraint appointment_technician_no_overlap
        exclude using gist (technician_id with =, tstzrange(starts_at, ends_at) with &&)
        where (active and not double_booked);
create index appointment_technician_double_booked on appointment_technician (technician_id) where double_booked;
