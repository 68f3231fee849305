-- Customers by tag. By itself: whoever adds a column keeps readers out until the commit, whoever builds an index does not.
create index customer_tags on customer using gin (tags);
