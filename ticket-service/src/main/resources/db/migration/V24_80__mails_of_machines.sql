-- No person has written it, and nobody is answered
alter table incoming_mail add column generated boolean not null default false;
