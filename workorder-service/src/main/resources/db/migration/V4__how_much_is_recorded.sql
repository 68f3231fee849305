-- How many entries a work order has, so that its bound holds without reading them. The default is for a service of the
-- version before, which may still run and does not count.
alter table work_order add column entries integer not null default 0;

update work_order w
   set entries = (select count(*) from part_usage e where e.work_order_id = w.id)
               + (select count(*) from time_entry e where e.work_order_id = w.id)
               + (select count(*) from comment e where e.work_order_id = w.id)
               + (select count(*) from signature e where e.work_order_id = w.id);
