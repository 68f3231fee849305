-- A journey costs time and kilometres.
alter table cost_item
    drop constraint cost_item_source,
    add constraint cost_item_source unique (source_id, performed_on, kind);

-- What was driven for jobs that were closed before costs something too.
insert into cost_item (id, order_id, kind, source_id, technician_id, technician_name, performed_on, quantity, cost_base, currency)
select gen_random_uuid(), j.order_id, 'KILOMETRES', cast(l ->> 'entryId' as uuid), cast(l ->> 'technicianId' as uuid), l ->> 'technicianName',
       cast(cast(l ->> 'startedAt' as timestamptz)
            at time zone coalesce(c.job -> 'location' ->> 'timeZone', (select time_zone from known_company)) as date),
       cast(l ->> 'kilometres' as numeric), 1, j.currency
  from costed_job j
  join billing_case c on c.id = j.order_id and cast(c.job ->> 'closureNumber' as integer) = j.closure_number
 cross join lateral jsonb_array_elements(c.job -> 'labour') l
 where cast(l ->> 'kilometres' as numeric) > 0
    on conflict do nothing;
