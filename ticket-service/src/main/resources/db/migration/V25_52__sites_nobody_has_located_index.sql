-- Sites without a position. By itself: whoever adds a column keeps readers out until the commit, whoever builds an index does not.
create index service_location_unlocated on service_location (id) where latitude is null;
