-- Who has taken it upon themselves to go to a visit keeps it. Of visits under way it is taken to be the lead: who it was has not
-- been kept.
alter table appointment_technician add column set_out boolean not null default false;

update appointment_technician t
   set set_out = true
  from appointment a
 where a.id = t.appointment_id and t.lead and a.state in ('TRAVELLING', 'ON_SITE', 'IN_PROGRESS', 'PAUSED');

-- Whom a visit was given that somebody else had set out for already.
alter table appointment add column meant_for jsonb;
