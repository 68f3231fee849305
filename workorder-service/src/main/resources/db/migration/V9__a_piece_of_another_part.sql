-- What comes out may be of another part than what goes in, and what is in a machine by what was recorded may go into another, for a
-- reason. Before, every piece that came out was of the part that went in: those rows keep that, with what was tracked of them.
-- A piece that was replaced by another part then is still in its machine; it comes out by the next usage that says so, or goes into
-- another machine with a reason.
alter table part_usage
    add column removed_part_id uuid,
    add column removed_tracked boolean not null default false;

-- Numbers are compared anew by now, and what is the same to them is only marked in V11_20, which makes the indexes again.
drop index part_usage_installed;
drop index part_usage_removed;

update part_usage
   set removed_part_id = part_id, removed_tracked = tracked
 where removed_serial is not null;

-- A replica of the version before does not say it.
create function is_of_the_same_part() returns trigger language plpgsql as $$
begin
    new.removed_part_id := new.part_id;
    new.removed_tracked := new.tracked;
    return new;
end $$;
create trigger part_usage_is_of_the_same_part before insert on part_usage for each row
    when (new.removed_serial is not null and new.removed_part_id is null) execute function is_of_the_same_part();

create or replace function moves_pieces() returns trigger language plpgsql as $$
begin
    update part_usage
       set taken_out_by = new.id
     where new.removed_tracked and part_id = new.removed_part_id and tracked and state = 'RECORDED' and reversal_of is null
       and taken_out_by is null and compared(installed_serial) = compared(new.removed_serial);
    update part_usage
       set put_in_by = new.id
     where new.tracked and removed_part_id = new.part_id and removed_tracked and state = 'RECORDED' and reversal_of is null
       and put_in_by is null and compared(removed_serial) = compared(new.installed_serial) and occurred_at <= new.occurred_at;
    -- Told late: it came out again afterwards, as was told before.
    update part_usage u
       set taken_out_by = o.id
      from part_usage o
     where u.id = new.id and u.tracked and o.removed_part_id = u.part_id and o.removed_tracked and o.state = 'RECORDED'
       and o.reversal_of is null and o.put_in_by is null and compared(o.removed_serial) = compared(u.installed_serial)
       and o.occurred_at > u.occurred_at;
    return null;
end $$;
drop trigger part_usage_moves_pieces on part_usage;
create trigger part_usage_moves_pieces after insert on part_usage for each row
    when ((new.tracked or new.removed_tracked) and new.reversal_of is null) execute function moves_pieces();

-- Before the row is there, so that the one index that keeps a piece in one machine never sees two.
create function moves_a_piece_for_a_reason() returns trigger language plpgsql as $$
begin
    update part_usage
       set taken_out_by = new.id
     where part_id = new.part_id and tracked and state = 'RECORDED' and reversal_of is null and taken_out_by is null
       and compared(installed_serial) = compared(new.installed_serial);
    return new;
end $$;
create trigger part_usage_moves_a_piece_for_a_reason before insert on part_usage for each row
    when (new.tracked and new.reversal_of is null and new.reason is not null) execute function moves_a_piece_for_a_reason();
