-- An appointment knows the ticket it is about, so that its history is told without its order.
alter table appointment add column ticket_id uuid;
update appointment a set ticket_id = o.ticket_id from service_order o where o.id = a.order_id;
alter table appointment alter column ticket_id set not null;
