-- The newest change of a ticket that was heard of, whether its job was closed before or not.
create table known_ticket (
    ticket_id      uuid primary key,
    ticket_version bigint not null,
    told           jsonb
);
