-- Tickets by whom they were escalated to. By itself: whoever adds a column keeps readers out until the commit, whoever builds an index does not.
create index ticket_escalated_to on ticket using gin (escalated_to) where escalated_to is not null;
