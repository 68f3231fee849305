-- How a contact would rather be reached; null where that is not known.
alter table contact add column preferred_channel text;
