-- A piece with a serial number is in one machine at a time. Usages of parts that are serialised now are tracked, and each is told
-- by which later one its piece was moved on. What breaks the rule stays as it is, signed and billed as it was: of usages that
-- install the same piece, or take it out, without another in between, all but the first recorded are not tracked.
alter table part_usage
    add column tracked boolean not null default false,
    add column taken_out_by uuid,
    add column put_in_by uuid;

-- For the work below, on much data.
create index part_usage_in on part_usage (part_id, compared(installed_serial)) where installed_serial is not null;
create index part_usage_out on part_usage (part_id, compared(removed_serial)) where removed_serial is not null;

update part_usage u
   set tracked = true
  from known_part p
 where p.part_id = u.part_id and p.serialised and coalesce(u.installed_serial, u.removed_serial) is not null;

update part_usage u
   set taken_out_by = (select o.id from part_usage o
                        where o.part_id = u.part_id and o.state = 'RECORDED' and o.reversal_of is null
                          and compared(o.removed_serial) = compared(u.installed_serial)
                          and (o.recorded_at, o.id) > (u.recorded_at, u.id)
                        order by o.recorded_at, o.id limit 1),
       put_in_by = (select o.id from part_usage o
                     where o.part_id = u.part_id and o.state = 'RECORDED' and o.reversal_of is null
                       and compared(o.installed_serial) = compared(u.removed_serial)
                       and (o.recorded_at, o.id) > (u.recorded_at, u.id)
                     order by o.recorded_at, o.id limit 1)
 where u.tracked and u.state = 'RECORDED' and u.reversal_of is null;

update part_usage u
   set tracked = false
 where u.tracked and u.state = 'RECORDED' and u.reversal_of is null
   and exists (select from part_usage o
                where o.part_id = u.part_id and o.state = 'RECORDED' and o.reversal_of is null
                  and (o.recorded_at, o.id) < (u.recorded_at, u.id)
                  and (u.taken_out_by is null and o.taken_out_by is null
                       and compared(o.installed_serial) = compared(u.installed_serial)
                       or u.put_in_by is null and o.put_in_by is null
                       and compared(o.removed_serial) = compared(u.removed_serial)));

drop index part_usage_in;
drop index part_usage_out;

create unique index part_usage_installed on part_usage (part_id, compared(installed_serial))
    where tracked and state = 'RECORDED' and reversal_of is null and taken_out_by is null;
create unique index part_usage_removed on part_usage (part_id, compared(removed_serial))
    where tracked and state = 'RECORDED' and reversal_of is null and put_in_by is null;
create index part_usage_taken_out_by on part_usage (taken_out_by) where taken_out_by is not null;
create index part_usage_put_in_by on part_usage (put_in_by) where put_in_by is not null;

create function moves_pieces() returns trigger language plpgsql as $$
begin
    update part_usage
       set taken_out_by = new.id
     where part_id = new.part_id and tracked and state = 'RECORDED' and reversal_of is null and taken_out_by is null
       and compared(installed_serial) = compared(new.removed_serial);
    update part_usage
       set put_in_by = new.id
     where part_id = new.part_id and tracked and state = 'RECORDED' and reversal_of is null and put_in_by is null
       and compared(removed_serial) = compared(new.installed_serial) and occurred_at <= new.occurred_at;
    -- Told late: it came out again afterwards, as was told before.
    update part_usage u
       set taken_out_by = o.id
      from part_usage o
     where u.id = new.id and o.part_id = u.part_id and o.tracked and o.state = 'RECORDED' and o.reversal_of is null
       and o.put_in_by is null and compared(o.removed_serial) = compared(u.installed_serial) and o.occurred_at > u.occurred_at;
    return null;
end $$;
create trigger part_usage_moves_pieces after insert on part_usage for each row
    when (new.tracked and new.reversal_of is null) execute function moves_pieces();

create function moves_pieces_back() returns trigger language plpgsql as $$
begin
    update part_usage
       set taken_out_by = nullif(taken_out_by, new.id), put_in_by = nullif(put_in_by, new.id)
     where taken_out_by = new.id or put_in_by = new.id;
    return null;
end $$;
create trigger part_usage_moves_pieces_back after update of state on part_usage for each row
    when (old.state = 'RECORDED' and new.state = 'REVERSED') execute function moves_pieces_back();
