-- Who delivered it, where that is one of our suppliers: they may be called otherwise tomorrow. What was written before, or by those who do
-- not know it, is found by the name.
alter table delivery_note add column supplier_id uuid;
create unique index delivery_note_of_supplier_once on delivery_note (supplier_id, compared(number), part_id)
    where supplier_id is not null and not again and not taken_back;
