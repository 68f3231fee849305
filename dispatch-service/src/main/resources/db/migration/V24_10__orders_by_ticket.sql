-- The orders of a ticket, which may be several from the next step on.
create index service_order_by_ticket on service_order (ticket_id, id);
