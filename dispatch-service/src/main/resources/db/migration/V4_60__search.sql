alter table service_order
    alter column search_text set expression as (folded(number || ' ' || ticket_number || ' ' || (job_card ->> 'summary') || ' '
        || (job_card #>> '{customer,name}') || ' ' || (job_card #>> '{location,name}') || ' '
        || coalesce(job_card #>> '{location,address,street}', '') || ' '
        || coalesce(job_card #>> '{location,address,city}', '') || ' '
        || coalesce(job_card #>> '{asset,name}', '') || ' ' || coalesce(job_card #>> '{asset,serialNumber}', ''))),
    add column customer_id uuid generated always as (cast(job_card #>> '{customer,id}' as uuid)) stored;
create index service_order_customer on service_order (customer_id, id);
create index service_order_created on service_order (created_at, id);
create index service_order_changed on service_order (changed_at, id);

-- Names that differ in blanks or case are one. Those that were given twice before are marked and stay.
alter table crew add column twin boolean not null default false;
update crew c set twin = true where exists (select from crew d where compared(d.name) = compared(c.name) and d.id < c.id);
alter table crew drop constraint crew_name;
create unique index crew_name on crew (compared(name)) where not twin;
create trigger crew_changed before update on crew for each row
    when (old.twin and old.name is distinct from new.name) execute function no_twin_any_more();

alter table service_territory add column twin boolean not null default false;
update service_territory t
   set twin = true
 where exists (select from service_territory u where compared(u.name) = compared(t.name) and u.id < t.id);
alter table service_territory drop constraint service_territory_name;
create unique index service_territory_name on service_territory (compared(name)) where not twin;
create trigger service_territory_changed before update on service_territory for each row
    when (old.twin and old.name is distinct from new.name) execute function no_twin_any_more();
