-- Numbers that differ in what cannot be seen are one. Parts that had the same before are marked and stay; delivery notes count as
-- booked again on purpose; of pieces the later one's number is told apart by the end of its id, so that each can still be moved.
drop index part_number;
update part p
   set twin = true
 where not p.twin and exists (select from part q where compared(q.number) = compared(p.number) and q.id < p.id);

drop index delivery_note_once;
update delivery_note n
   set again = true
 where not n.again and not n.taken_back
   and exists (select from delivery_note m
                where m.part_id = n.part_id and compared(m.supplier) = compared(n.supplier)
                  and compared(m.number) = compared(n.number) and not m.again and not m.taken_back
                  and m.receipt_id < n.receipt_id);

drop index piece_serial;
update piece p
   set serial = serial || ' (' || right(cast(id as text), 12) || ')'
 where exists (select from piece q
                where q.part_id = p.part_id and compared(q.serial) = compared(p.serial) and q.id < p.id);

call fold_anew();
create unique index part_number on part (compared(number)) where not twin;
create unique index delivery_note_once on delivery_note (compared(supplier), compared(number), part_id)
    where not again and not taken_back;
create unique index piece_serial on piece (part_id, compared(serial));
reindex index delivery_note_number;
reindex index piece_number;
