-- By which decision those who go were told last. Of what was told before this it is not known: an answer to it counts as ever.
alter table appointment add column told_version bigint not null default 0;
