-- Customers open a visit by its code, and say that the time they were told suits them. A visit that takes the place of another has its
-- code, and is what they know as that one.
alter table appointment
    add column code              text,
    add column announced_as      uuid,
    add column replaced          boolean not null default false,
    add column confirmed_arrival timestamptz,
    add column confirmed_at      timestamptz;

create index appointment_code on appointment (code);
