-- Pieces with serial numbers. What was received before there were any has no numbers: it can be used, and its numbers are
-- entered as they are found.
create table piece (
    id          uuid primary key,
    version     bigint      not null,
    part_id     uuid        not null,
    serial      text        not null,
    state       text        not null,
    location_id uuid,
    order_id    uuid,
    ticket_id   uuid,
    changed_at  timestamptz not null,
    check ((state = 'IN_STOCK') = (location_id is not null))
);
-- Of one part there is one piece of a number, however it is written.
create unique index piece_serial on piece (part_id, compared(serial));
create index piece_number on piece (compared(serial), id);
create index piece_location on piece (location_id, part_id) where state = 'IN_STOCK';
create index piece_order on piece (order_id) where order_id is not null;

create table piece_step (
    id          uuid primary key,
    piece_id    uuid        not null references piece,
    kind        text        not null,
    source_id   uuid        not null,
    location_id uuid        not null,
    order_id    uuid,
    ticket_id   uuid,
    happened_at timestamptz not null
);
create index piece_step_piece on piece_step (piece_id, id);
create index piece_step_source on piece_step (source_id);
create trigger piece_step_is_append_only
    before update or delete or truncate on piece_step
    for each statement execute function refuse_change();

-- What does not add up about one piece is found once for that piece.
alter table discrepancy add column serial text;
drop index discrepancy_open;
create unique index discrepancy_open on discrepancy (part_id, location_id, kind, coalesce(serial, '')) where state = 'OPEN';
