-- When one may work at a site; null where the company's calendar holds.
alter table service_location add column calendar jsonb;
