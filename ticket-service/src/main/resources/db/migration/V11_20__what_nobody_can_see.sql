-- Machines whose numbers differ in what cannot be seen are one. Those that were registered twice so are marked and stay, as before.
drop index asset_serial_number;
update asset a
   set twin = true
 where not a.twin
   and exists (select from asset b
                where compared(b.manufacturer) = compared(a.manufacturer)
                  and compared(b.serial_number) = compared(a.serial_number)
                  and b.id < a.id);
call fold_anew();
create unique index asset_serial_number on asset (compared(manufacturer), compared(serial_number)) where not twin;
