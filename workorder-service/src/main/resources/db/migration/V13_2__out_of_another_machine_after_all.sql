-- A piece comes out of a machine although it has come out of one by what was recorded, if somebody says why. Before the row is there, so
-- that the one index that lets a piece come out once never sees two.
create function takes_out_for_a_reason() returns trigger language plpgsql as $$
begin
    update part_usage
       set put_in_by = new.id
     where removed_part_id = new.removed_part_id and removed_tracked and state = 'RECORDED' and reversal_of is null
       and put_in_by is null and compared(removed_serial) = compared(new.removed_serial);
    return new;
end $$;
create trigger part_usage_takes_out_for_a_reason before insert on part_usage for each row
    when (new.removed_tracked and new.reversal_of is null and new.removal_reason is not null)
    execute function takes_out_for_a_reason();

-- As before, but for what only came out once more: when that is taken back, it has come out where it had come out before.
create or replace function moves_pieces_back() returns trigger language plpgsql as $$
begin
    -- What somebody else takes back at this moment is waited for, so that the update sees what that has handed on.
    perform id from part_usage where taken_out_by = new.id or put_in_by = new.id for update;
    update part_usage
       set taken_out_by = case when taken_out_by is distinct from new.id then taken_out_by
                               when part_id = new.part_id and compared(installed_serial) = compared(new.installed_serial)
                               then new.taken_out_by end,
           put_in_by = case when put_in_by is distinct from new.id then put_in_by
                            when removed_part_id = new.part_id and compared(removed_serial) = compared(new.installed_serial)
                            then new.taken_out_by end
     where taken_out_by = new.id or put_in_by = new.id;
    return null;
end $$;
