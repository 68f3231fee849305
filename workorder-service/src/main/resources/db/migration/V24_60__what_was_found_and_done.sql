-- What was found on each visit and what was done, in the words of whoever was there.
alter table work_order add column accounts jsonb;
