-- What was said of a visit itself, beside what follows from those before it; what its customer was told last; and when it
-- really began, arrived and ended. busy_from and busy_until are null where it takes place as it is planned.
-- All are null for a service of the version before, which may still run.
alter table appointment
    add column announced_arrival timestamptz,
    add column told_arrival      timestamptz,
    add column begun_at          timestamptz,
    add column arrived_at        timestamptz,
    add column ended_at          timestamptz,
    add column busy_from         timestamptz,
    add column busy_until        timestamptz;

update appointment a
   set told_arrival = n.expected_arrival,
       announced_arrival = case when n.expected_arrival = a.expected_arrival then a.expected_arrival end
  from (select distinct on (appointment_id) appointment_id, expected_arrival
          from delay_notice order by appointment_id, id desc) n
 where n.appointment_id = a.id and a.expected_arrival is not null;

update appointment a
   set begun_at = h.begun_at,
       arrived_at = h.arrived_at,
       ended_at = case when a.state in ('COMPLETED', 'PARTIALLY_COMPLETED', 'CANNOT_COMPLETE') then h.ended_at end
  from (select subject_id,
               min(occurred_at) filter (where to_state in ('TRAVELLING', 'ON_SITE', 'IN_PROGRESS', 'PAUSED')) as begun_at,
               min(occurred_at) filter (where to_state in ('ON_SITE', 'IN_PROGRESS', 'PAUSED')) as arrived_at,
               max(occurred_at) filter (where to_state in ('COMPLETED', 'PARTIALLY_COMPLETED', 'CANNOT_COMPLETE')) as ended_at
          from history where subject_type = 'appointment' group by subject_id) h
 where h.subject_id = a.id
   and a.state not in ('DISPATCHED', 'ACCEPTED', 'REJECTED', 'CANCELLED');

update appointment
   set busy_from = case
           when ended_at is not null then least(coalesce(begun_at, starts_at), ended_at)
           else coalesce(expected_arrival, starts_at) end,
       busy_until = case
           when ended_at is not null then ended_at
           else coalesce(expected_arrival, starts_at) + (ends_at - starts_at) end
 where ended_at is not null or expected_arrival is not null;

-- A calendar is asked for from a time on.
create index appointment_ends on appointment (ends_at);
create index appointment_busy_until on appointment ((coalesce(busy_until, ends_at)));
create index appointment_under_way on appointment (begun_at) where state in ('TRAVELLING', 'ON_SITE', 'IN_PROGRESS', 'PAUSED');
create index appointment_technician_active on appointment_technician (technician_id) where active;

-- Also later visits of the day have their customers told; the earlier visit with which they move is the cause.
-- What was told before was late.
alter table delay_notice
    add column change    text not null default 'LATER',
    add column caused_by uuid references appointment;
