alter table ticket add column unread_since timestamptz;
