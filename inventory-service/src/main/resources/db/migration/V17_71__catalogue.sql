-- Groups of parts, each within at most one other.
create table part_category (
    id        uuid primary key,
    version   bigint not null,
    name      text   not null,
    parent_id uuid references part_category
);
create unique index part_category_name on part_category (compared(name));
create index part_category_parent on part_category (parent_id);

create function categories_within(category uuid) returns setof uuid language sql stable parallel safe as $$
    with recursive within as (
        select c.id from part_category c where c.id = category
        union select c.id from part_category c join within w on c.parent_id = w.id)
    select id from within $$;

-- In 14 digits. Those who wrote parts before leave all of it empty.
alter table part
    add column gtin             text check (gtin ~ '^[0-9]{14}$'),
    add column category_id      uuid references part_category,
    add column superseded_by_id uuid references part check (superseded_by_id <> id),
    add column substitute_ids   uuid[] not null default '{}',
    add column other_units      jsonb;
alter table part alter column search_text set expression as (folded(number || ' ' || name || coalesce(' ' || gtin, '')));
-- What was superseded may have the number that its successor has.
create unique index part_gtin on part (gtin) where superseded_by_id is null;
create index part_gtins on part (gtin);
create index part_category_id on part (category_id, id);
create index part_superseded_by on part (superseded_by_id) where superseded_by_id is not null;

-- The last of those that superseded one another, beginning with this one; null of null. They never go in a circle.
create function last_successor(one uuid) returns uuid language plpgsql stable strict parallel safe as $$
declare
    next_one uuid;
begin
    for step in 1..1000 loop
        select p.superseded_by_id into next_one from part p where p.id = one;
        if next_one is null then
            return one;
        end if;
        one := next_one;
    end loop;
    return one;
end $$;
