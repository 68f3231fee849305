-- The order that the last reopening of a ticket asked for.
alter table ticket add column further_order_id uuid;
