-- By itself: whoever adds a column keeps readers out until the commit, whoever builds an index does not.
create index refrigerant_entry_work_order on refrigerant_entry (work_order_id, id);
