-- By itself: whoever adds a column keeps readers out until the commit, whoever builds an index does not.
create index asset_part_of on asset (part_of, id) where part_of is not null;
