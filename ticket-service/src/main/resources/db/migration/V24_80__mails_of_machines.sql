-- No person has written it, and nobody is answered
alter table incoming_mail add column generated boolean not null default false;
update incoming_mail set generated = true
 where reason in ('not-written-by-a-person', 'automatic-reply', 'list', 'bounce', 'receipt', 'own-mail');
