-- When nobody wanted the job any more, and why.
alter table work_order add column called_off jsonb;
