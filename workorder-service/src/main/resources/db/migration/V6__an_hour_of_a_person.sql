-- An hour of a person is recorded once, on whatever work order. What was recorded twice before there was this rule is kept as
-- it is and billed as it was: of entries that overlap, all but the first recorded are exempt from it.
create extension if not exists btree_gist;

alter table time_entry add column exempt boolean not null default false;

update time_entry e
   set exempt = true
 where exists (select
                 from time_entry o
                where o.technician_id = e.technician_id
                  and o.started_at < e.ended_at
                  and o.ended_at > e.started_at
                  and (o.recorded_at, o.id) < (e.recorded_at, e.id));

alter table time_entry
    add constraint time_entry_no_overlap
        exclude using gist (technician_id with =, tstzrange(started_at, ended_at) with &&) where (not exempt);
