-- Kinds of work. What is asked of one is told as a whole, and kept as it is told.
create table work_type (
    id              uuid primary key,
    version         bigint    not null,
    code            text      not null,
    name            text      not null,
    default_for     varchar[] not null,
    state           text      not null,
    retired_because text,
    details         jsonb     not null
);
create unique index work_type_code on work_type (compared(code));
create unique index work_type_name on work_type (compared(name));

-- Of each kind of request one work type at most is the default: a row of such an index is there once.
create unique index work_type_default_repair on work_type ((1)) where state = 'IN_USE' and 'REPAIR' = any (default_for);
create unique index work_type_default_maintenance on work_type ((1)) where state = 'IN_USE' and 'MAINTENANCE' = any (default_for);
create unique index work_type_default_installation on work_type ((1)) where state = 'IN_USE' and 'INSTALLATION' = any (default_for);
create unique index work_type_default_inspection on work_type ((1)) where state = 'IN_USE' and 'INSPECTION' = any (default_for);

-- As it was when it was given to the order; none for those from before.
alter table service_order add column work_type jsonb;
