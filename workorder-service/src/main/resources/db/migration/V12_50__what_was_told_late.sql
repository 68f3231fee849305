-- A visit may have been begun more than once, and some may have been at it out of reach. Where all have turned back nobody has been
-- at it since, whatever comes later; the default is for a replica of the version before.
alter table visit
    add column stretches jsonb not null default '{"items": []}',
    add column cut_short boolean not null default false;

update visit
   set stretches = jsonb_build_object('items', jsonb_build_array(jsonb_build_object(
           'who', coalesce(jsonb_path_query_array(participants, '$.people[*].id'), '[]'),
           'begun', to_char(begun_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
           'ended', to_char(last_step_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
           'worked', false))),
       begun_at = null
 where state in ('ASSIGNED', 'ACCEPTED', 'REJECTED', 'CANCELLED') and begun_at is not null;

-- Handed over, or stopped, before the start of work was told.
update visit v
   set cut_short = true
  from work_order w
 where w.id = v.work_order_id
   and v.start_of_work is null
   and (v.state = 'PARTIALLY_COMPLETED' or v.state = 'CANNOT_COMPLETE' and w.called_off is not null);

-- What was planned and does not stand any more, for whoever has done something of it before. Nothing is known of what was before this.
alter table work_order add column taken_away jsonb not null default '{"plans": []}';
