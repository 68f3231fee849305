-- Photos and documents of a job, without their content, which lies in the file store. The id is the phone's.
create table photo (
    id               uuid primary key,
    work_order_id    uuid        not null references work_order,
    kind             text        not null,
    caption          text,
    taken_at         timestamptz not null,
    asset_id         uuid,
    usage_id         uuid references part_usage,
    media_type       text        not null,
    width            integer,
    height           integer,
    sent_sha256      text        not null,
    sha256           text        not null,
    size             bigint      not null,
    thumbnail_sha256 text,
    technician_id    uuid        not null,
    technician_name  text        not null,
    recorded_at      timestamptz not null,
    withdrawal       jsonb
);
create index photo_work_order on photo (work_order_id, id);

-- How many of them stand, so that neither the bound nor the screen reads them. The default is for a service of the version before,
-- which may still run and knows none.
alter table work_order add column photos integer not null default 0;
