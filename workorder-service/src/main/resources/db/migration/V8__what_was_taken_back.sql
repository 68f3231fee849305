-- Time and comments are taken back with a reason, and stay to be seen. An hour that was taken back is free again.
alter table time_entry add column reversal jsonb;
alter table comment add column reversal jsonb;

alter table time_entry drop constraint time_entry_no_overlap;
alter table time_entry
    add constraint time_entry_no_overlap
        exclude using gist (technician_id with =, tstzrange(started_at, ended_at) with &&)
        where (not exempt and reversal is null);
