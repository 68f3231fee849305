-- Who delivered it, and why an entry was made that a rule would refuse or that takes another back.
alter table stock_movement
    add column supplier text,
    add column reason   text;

-- The delivery notes of receipts: of one note a part is received once, unless somebody says why it is again. Receipts of the
-- version before that name one reference for one part several times are kept; all but the first count as said on purpose.
create table delivery_note (
    receipt_id uuid primary key,
    part_id    uuid    not null,
    supplier   text    not null,
    number     text    not null,
    again      boolean not null,
    taken_back boolean not null default false
);
insert into delivery_note (receipt_id, part_id, supplier, number, again)
select m.id, m.part_id, '', m.reference,
       row_number() over (partition by m.part_id, compared(m.reference) order by m.id) > 1
  from stock_movement m
 where m.kind = 'RECEIPT' and m.reference is not null;
create unique index delivery_note_once on delivery_note (compared(supplier), compared(number), part_id)
    where not again and not taken_back;
create index delivery_note_number on delivery_note (compared(number), receipt_id);

-- A receipt that is taken back may leave less than nothing, and no job did that.
alter table discrepancy
    alter column order_id drop not null,
    alter column ticket_id drop not null;
