-- What is recorded from now on is signed by the customer and stands on the report; what was recorded before does not, so that signatures
-- from then verify.
alter table refrigerant_entry add column on_paper boolean not null default false;
