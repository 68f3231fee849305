-- A customer who was entered twice: the other took over what was theirs, and they stay as they were.
alter table customer add column merged_into uuid references customer;
create index customer_merged_into on customer (merged_into) where merged_into is not null;
