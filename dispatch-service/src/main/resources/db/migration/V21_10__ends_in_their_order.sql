-- The step with which a visit ended, by the newest report of it: tells which of two reports is the newer one.
alter table appointment add column end_version bigint not null default 0;
update appointment set end_version = progress_version where ends_reported > 0;
