-- Names that differ in what cannot be seen are one. Those that were given twice so are marked and stay, as before.
drop index crew_name;
update crew c
   set twin = true
 where not c.twin and exists (select from crew d where compared(d.name) = compared(c.name) and d.id < c.id);
create unique index crew_name on crew (compared(name)) where not twin;

drop index service_territory_name;
update service_territory t
   set twin = true
 where not t.twin
   and exists (select from service_territory u where compared(u.name) = compared(t.name) and u.id < t.id);
create unique index service_territory_name on service_territory (compared(name)) where not twin;

call fold_anew();
