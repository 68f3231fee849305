-- The decision that the plan of a visit is from: an answer to an older one is none to it. Of plans that were there before every
-- answer counts, as before.
alter table appointment add column assignment_version bigint not null default 0;
