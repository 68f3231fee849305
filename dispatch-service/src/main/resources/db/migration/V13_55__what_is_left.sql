-- What the last visit left for the one that is to be planned, as the field has told.
alter table service_order add column left_over jsonb not null default '{"leftOpen": [], "partsNeeded": []}';
