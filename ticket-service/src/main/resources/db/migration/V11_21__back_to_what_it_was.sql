-- After the customer was waited for a ticket is again what it was before. Of those that wait now it was not kept: one that has an
-- order, or never needed to be qualified for one, is qualified by being resumed, as it would have been.
alter table ticket add column waits_from text;
update ticket t
   set waits_from = case when t.needs_qualification and not exists (select from ticket_order o where o.ticket_id = t.id)
                         then 'NEW' else 'QUALIFIED' end
 where t.state = 'WAITING_CUSTOMER';
