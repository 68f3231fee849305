-- Serial numbers that differ in what cannot be seen are one. Of usages that install the same piece so, or take it out, without another
-- in between, all but the first recorded are not tracked; they stay as they are, signed and billed as they were.
update part_usage u
   set tracked = false
 where u.tracked and u.state = 'RECORDED' and u.reversal_of is null and u.taken_out_by is null
   and exists (select from part_usage o
                where o.part_id = u.part_id and o.tracked and o.state = 'RECORDED' and o.reversal_of is null
                  and o.taken_out_by is null and compared(o.installed_serial) = compared(u.installed_serial)
                  and (o.recorded_at, o.id) < (u.recorded_at, u.id));

update part_usage u
   set removed_tracked = false
 where u.removed_tracked and u.state = 'RECORDED' and u.reversal_of is null and u.put_in_by is null
   and exists (select from part_usage o
                where o.removed_part_id = u.removed_part_id and o.removed_tracked and o.state = 'RECORDED'
                  and o.reversal_of is null and o.put_in_by is null
                  and compared(o.removed_serial) = compared(u.removed_serial)
                  and (o.recorded_at, o.id) < (u.recorded_at, u.id));

call fold_anew();
create unique index part_usage_installed on part_usage (part_id, compared(installed_serial))
    where tracked and state = 'RECORDED' and reversal_of is null and taken_out_by is null;
create unique index part_usage_removed on part_usage (removed_part_id, compared(removed_serial))
    where removed_tracked and state = 'RECORDED' and reversal_of is null and put_in_by is null;

-- Pieces of a part that had serial numbers once keep them while it needs none: each is in one machine still.
alter table known_part add column numbered boolean not null default false;
update known_part p
   set numbered = true
 where p.serialised
    or exists (select from part_usage u where u.part_id = p.part_id and u.tracked)
    or exists (select from part_usage u where u.removed_part_id = p.part_id and u.removed_tracked);
