-- Whether what the next visit is to take along is there, as inventory told last; null where nothing is planned, or nothing was told.
alter table service_order
    add column parts text,
    add column parts_version bigint not null default -1;
create index service_order_parts on service_order (parts, id) where parts is not null;
