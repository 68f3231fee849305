-- What the last visit left for the one that is to follow.
alter table work_order add column left_over jsonb not null default '{"leftOpen": [], "partsNeeded": []}';
