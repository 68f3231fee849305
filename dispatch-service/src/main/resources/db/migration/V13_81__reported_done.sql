-- The last that was reported of the job is that nothing is left to do.
alter table service_order add column reported_done boolean not null default false;
