-- A customer who is entered once more is found by name, however it is written.
create index customer_compared_name on customer (compared(name));
