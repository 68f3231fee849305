-- Where a site lies may be unknown.
alter table service_location
    alter column latitude drop not null,
    alter column longitude drop not null;
