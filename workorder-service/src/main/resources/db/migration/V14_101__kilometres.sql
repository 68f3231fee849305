-- How far somebody drove, on the time of the journey; one who went along has none.
alter table time_entry
    add column kilometres numeric(5, 1) check (kilometres > 0 and kilometres <= 2000),
    add constraint time_entry_kilometres check (kilometres is null or kind = 'TRAVEL');
