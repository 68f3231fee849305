-- A customer who was entered twice: the other took over what was theirs, and they stay as they were.
alter table customer add column merged_into uuid references customer;
