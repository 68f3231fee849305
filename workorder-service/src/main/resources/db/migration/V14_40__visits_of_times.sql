-- In which visit time was spent. Of what was recorded before it was not kept.
alter table time_entry add column visit_id uuid;
