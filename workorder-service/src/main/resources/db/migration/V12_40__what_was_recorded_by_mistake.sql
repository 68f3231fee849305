-- A piece comes out of a machine although it is in another by what was recorded, if somebody says why.
alter table part_usage add column removal_reason text;

-- A usage may be taken back although another has installed its piece since, for a reason. What it had moved on itself counts as moved on
-- by that other then: the piece is where the other put it, and where it was before that when the other is taken back as well.
create or replace function moves_pieces_back() returns trigger language plpgsql as $$
begin
    -- What somebody else takes back at this moment is waited for, so that the update sees what that has handed on.
    perform id from part_usage where taken_out_by = new.id or put_in_by = new.id for update;
    update part_usage
       set taken_out_by = case when taken_out_by is distinct from new.id then taken_out_by
                               when part_id = new.part_id and compared(installed_serial) = compared(new.installed_serial)
                               then new.taken_out_by end,
           put_in_by = case when put_in_by is distinct from new.id then put_in_by else new.taken_out_by end
     where taken_out_by = new.id or put_in_by = new.id;
    return null;
end $$;
