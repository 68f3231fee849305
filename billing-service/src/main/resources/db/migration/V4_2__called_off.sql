-- When nobody wanted the job any more, and why.
alter table invoice add column called_off jsonb;
