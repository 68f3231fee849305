-- What finance sent back is open again for its reviewer, and can be closed as it was for as long as nobody has touched it.
alter table work_order
    add column return_number integer not null default 0,
    add column returned jsonb;
