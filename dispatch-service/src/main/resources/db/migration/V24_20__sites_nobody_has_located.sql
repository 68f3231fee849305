-- Where a site lies may be unknown: its work is near nothing, and in no territory.
alter table service_order
    alter column latitude drop not null,
    alter column longitude drop not null;
