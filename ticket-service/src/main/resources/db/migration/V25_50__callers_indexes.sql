-- Customers, contacts and machines by how their names and numbers begin. By themselves: whoever adds a column keeps readers out until
-- the commit, whoever builds an index does not.
create index customer_beginning on customer (left(search_text, 60) text_pattern_ops);
create index contact_beginning on contact (left(search_text, 60) text_pattern_ops);
create index asset_serial_beginning on asset (compared(serial_number) text_pattern_ops);
