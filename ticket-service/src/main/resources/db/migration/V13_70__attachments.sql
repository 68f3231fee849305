-- Pictures and documents that came with a request, without their content, which lies in the file store. The id is the sender's.
create table attachment (
    id            uuid primary key,
    ticket_id     uuid        not null references ticket,
    name          text        not null,
    caption       text,
    media_type    text        not null,
    width         integer,
    height        integer,
    sent_sha256   text        not null,
    sha256        text        not null,
    size          bigint      not null,
    added_by      uuid        not null,
    added_by_name text        not null,
    added_at      timestamptz not null,
    withdrawal    jsonb
);
create index attachment_ticket on attachment (ticket_id, id);

-- What stands of them, so that whoever tells of the ticket need not read them. The default is for a service of the version before,
-- which may still run and knows none.
alter table ticket add column attached jsonb not null default '{"files": []}';
