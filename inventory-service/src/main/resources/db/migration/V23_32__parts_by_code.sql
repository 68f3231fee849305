-- What somebody scans or types of a part: its number, its barcode (any length of GTIN), or the serial number of a piece of it.
create function parts_by_code(code text) returns setof uuid stable language sql as $$
    select p.id from part p where compared(p.number) = compared(code)
     union
    select p.id from part p
     where code ~ '^([0-9]{8}|[0-9]{12,14})$' and p.gtin = lpad(code, 14, '0') and p.superseded_by_id is null
     union
    select c.part_id from piece c where compared(c.serial) = compared(code) $$;
