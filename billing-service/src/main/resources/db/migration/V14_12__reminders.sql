-- Letters to customers about what is overdue, drafted by the service and sent by a person.
create table reminder (
    id            uuid primary key,
    version       bigint      not null,
    state         text        not null,
    customer_id   uuid        not null,
    customer_name text        not null,
    level         integer     not null check (level > 0),
    as_of         date        not null,
    items         jsonb       not null,
    drafted_at    timestamptz not null,
    recipient     text,
    accepted_by   text,
    accepted_at   timestamptz,
    handed_over_at timestamptz,
    failure       text,
    dropped       jsonb
);
create index reminder_customer on reminder (customer_id, id);
create index reminder_state on reminder (state, id);
create unique index reminder_draft on reminder (customer_id) where state = 'DRAFT';

-- Of an invoice a customer is reminded once at each level, whether the letter was sent or dropped.
create table reminded (
    receivable_id uuid    not null references open_item,
    level         integer not null,
    reminder_id   uuid    not null references reminder,
    primary key (receivable_id, level)
);
