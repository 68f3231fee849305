create table attachment (
    id         uuid primary key,
    note_id    uuid    not null references note,
    name       text    not null,
    media_type text    not null,
    sha256     text    not null,
    size       bigint  not null,
    is_removed boolean not null
);
create index attachment_note on attachment (note_id);
