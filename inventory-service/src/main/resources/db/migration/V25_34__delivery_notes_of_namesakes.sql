-- A note of a supplier whom we know is theirs by who they are: another may have their name by now. The name decides of all others.
drop index delivery_note_once;
create unique index delivery_note_once on delivery_note (compared(supplier), compared(number), part_id)
    where supplier_id is null and not again and not taken_back;
