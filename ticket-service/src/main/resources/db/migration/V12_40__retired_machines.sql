-- A machine that is sold or scrapped is retired, and whoever has it now registers it anew.
alter table asset
    add column state           text not null default 'IN_USE',
    add column retired_at      timestamptz,
    add column retired_because text,
    add check ((state = 'RETIRED') = (retired_at is not null));

-- One without a maker is registered once, too. Those that were registered twice are marked and stay, as before.
drop index asset_serial_number;
update asset a
   set twin = true
 where not a.twin
   and exists (select from asset b
                where coalesce(compared(b.manufacturer), '') = coalesce(compared(a.manufacturer), '')
                  and compared(b.serial_number) = compared(a.serial_number)
                  and b.id < a.id);
create unique index asset_serial_number on asset (coalesce(compared(manufacturer), ''), compared(serial_number))
    where not twin and state = 'IN_USE';
