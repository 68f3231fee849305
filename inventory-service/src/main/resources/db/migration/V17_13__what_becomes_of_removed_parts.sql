alter table piece
    add column disposition text,
    add column disposed_because text;
create index piece_disposition on piece (disposition, id) where disposition is not null;
