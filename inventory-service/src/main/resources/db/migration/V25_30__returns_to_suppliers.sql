create table supplier_return_series (
    year integer primary key,
    last integer not null
);

-- What goes back to a supplier: pieces that came out of machines, and goods of a receipt.
create table supplier_return (
    id            uuid primary key,
    version       bigint      not null,
    number        text        not null,
    state         text        not null,
    supplier_id   uuid        not null references supplier,
    supplier_name text        not null,
    currency      text        not null,
    note          text,
    drafted_at    timestamptz not null,
    sent_at       timestamptz,
    sent_by       text,
    -- The supplier's own number of what credits it.
    credit_note   text,
    -- That note, where it is among our suppliers' invoices.
    credited_by   uuid,
    ended_because text,
    constraint supplier_return_number unique (number)
);
create index supplier_return_state on supplier_return (state, id);
create index supplier_return_supplier on supplier_return (supplier_id, id);

create table supplier_return_line (
    id                 uuid primary key,
    supplier_return_id uuid           not null references supplier_return,
    position           integer        not null,
    part_id            uuid           not null,
    -- The receipt of which it is some, or the piece that came out of a machine and lies in no stock.
    receipt_id         uuid references stock_movement,
    piece_id           uuid references piece,
    -- Where the receipt brought it, and from where it goes.
    location_id        uuid,
    delivery_note      text,
    supplier_number    text,
    quantity           numeric(14, 3) not null check (quantity > 0),
    unit               text           not null,
    unit_price         numeric(14, 4) not null check (unit_price >= 0),
    serials            text[]         not null default '{}',
    -- The entry of the ledger by which it went.
    movement_id        uuid,
    check ((receipt_id is null) = (piece_id is not null)),
    check ((receipt_id is null) = (location_id is null))
);
create index supplier_return_line_return on supplier_return_line (supplier_return_id, position);
create index supplier_return_line_receipt on supplier_return_line (receipt_id) where receipt_id is not null;
create index supplier_return_line_piece on supplier_return_line (piece_id) where piece_id is not null;

-- What a return says on paper: written when it is sent. The id is the return's.
create table supplier_return_paper (
    id       uuid primary key references supplier_return,
    version  bigint not null,
    number   text   not null,
    language text   not null,
    paper    jsonb  not null,
    -- Of the PDF; null until it is printed.
    sha256   text,
    size     bigint,
    check ((sha256 is null) = (size is null))
);
create trigger supplier_return_paper_stays before update on supplier_return_paper
    for each row when ((old.number, old.language, old.paper) is distinct from (new.number, new.language, new.paper)
                       or old.sha256 is not null and old.sha256 is distinct from new.sha256)
    execute function ordered_stays();
create trigger supplier_return_paper_is_kept before delete on supplier_return_paper
    for each row execute function ordered_stays();
-- The return with which it went, until it moves again.
alter table piece add column returned_with uuid;
