-- Tickets that are over follow corrections as long as they may still be billed.
create index ticket_order_unbilled on ticket_order (ticket_id) where invoice_id is null;
