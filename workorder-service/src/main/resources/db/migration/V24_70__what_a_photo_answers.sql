-- The question of the checklist that a photo shows something of; null where it is evidence of the work as a whole.
alter table photo add column item_code text;
