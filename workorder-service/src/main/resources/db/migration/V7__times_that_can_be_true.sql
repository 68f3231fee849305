-- What times of steps, labour and parts are held against. A visit of the version before is taken to have been given out when
-- it was heard of; what is recorded already stays as it is, also where a time in it cannot be true.
alter table visit
    add column given_out_at timestamptz,
    add column begun_at     timestamptz,
    add column last_step_at timestamptz;

update visit
   set given_out_at = created_at,
       begun_at = least(
           cast(travel ->> 'occurredAt' as timestamptz),
           cast(arrival ->> 'occurredAt' as timestamptz),
           cast(start_of_work ->> 'occurredAt' as timestamptz)),
       last_step_at = greatest(
           cast(travel ->> 'occurredAt' as timestamptz),
           cast(arrival ->> 'occurredAt' as timestamptz),
           cast(start_of_work ->> 'occurredAt' as timestamptz),
           cast(end_of_work ->> 'occurredAt' as timestamptz));
