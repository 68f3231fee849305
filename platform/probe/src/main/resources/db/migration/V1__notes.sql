create table note (
    id      uuid primary key,
    version bigint not null,
    state   text   not null,
    title   text   not null constraint note_title unique,
    remarks bigint not null
);

create table remark (
    id          uuid primary key,
    note_id     uuid        not null references note,
    text        text        not null,
    recorded_at timestamptz not null
);
create index remark_note on remark (note_id);
