-- Out of which container (cylinder) what was used came.
alter table part_usage add column container_number text;
