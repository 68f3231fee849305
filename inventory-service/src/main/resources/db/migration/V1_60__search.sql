alter table part add column search_text text generated always as (folded(number || ' ' || name)) stored;
create index part_text on part using gin (search_text gin_trgm_ops);

-- Numbers that differ in blanks or case are one. Parts that had the same before are marked and stay until their number is
-- changed: stock and prices hang on them.
alter table part add column twin boolean not null default false;
update part p set twin = true where exists (select from part q where compared(q.number) = compared(p.number) and q.id < p.id);
alter table part drop constraint part_number;
create unique index part_number on part (compared(number)) where not twin;
create index part_numbers on part (compared(number), id);
create trigger part_changed before update on part for each row
    when (old.twin and old.number is distinct from new.number) execute function no_twin_any_more();
