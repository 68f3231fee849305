-- By itself: whoever adds a column keeps readers out until the commit, whoever builds an index does not.
create index ticket_unread on ticket (unread_since) where unread_since is not null;
