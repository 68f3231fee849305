-- Who was merged into whom. By itself: whoever adds a column keeps readers out until the commit, whoever builds an index does not.
create index customer_merged_into on customer (merged_into) where merged_into is not null;
