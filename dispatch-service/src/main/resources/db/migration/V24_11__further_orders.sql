-- A ticket that is opened again has a further order. That it has no second one besides is kept by the row of known_ticket, which
-- whoever makes an order locks.
alter table service_order drop constraint service_order_ticket;
