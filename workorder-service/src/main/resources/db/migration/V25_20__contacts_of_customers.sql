-- The people at customers' as the ticket service tells of them, and which customers are another by now. A contact of version -1 takes
-- whatever is told.
create table known_contact (
    contact_id      uuid primary key,
    contact_version bigint not null,
    customer_id     uuid   not null,
    name            text   not null,
    email           text,
    language        text
);

create table known_merger (
    customer_id uuid primary key,
    merged_into uuid not null
);
