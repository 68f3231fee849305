-- The steps of a visit as they were taken, from which the time that each of the crew spent is proposed. Of visits from before nothing is.
alter table visit add column steps jsonb not null default '{"items": []}';

-- What was recorded otherwise than proposed, and why.
alter table time_entry add column correction jsonb;
