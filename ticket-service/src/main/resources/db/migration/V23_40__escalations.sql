-- Who is told when a promised time comes to which mark: always this one row. An administrator enters people.
create table escalation_plan (
    id      uuid primary key check (id = '00000000-0000-7000-8000-000000000002'),
    version bigint not null,
    details jsonb  not null
);

insert into escalation_plan (id, version, details)
values ('00000000-0000-7000-8000-000000000002', 0, '{"people": []}');

-- Whom it was escalated to, and when; null for none.
alter table ticket
    add column escalations  jsonb,
    add column escalated_to uuid[];
