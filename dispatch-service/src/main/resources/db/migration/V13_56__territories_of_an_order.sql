-- In which territories a site lies, as they are drawn when the order is made or the site is corrected: others decide by it who
-- examines the work.
create function territories_at(x double precision, y double precision) returns uuid[] language sql stable
return coalesce((select array_agg(t.id order by t.id) from service_territory t where point(x, y) <@ t.area), '{}');

alter table service_order add column territory_ids uuid[] not null default '{}';
update service_order set territory_ids = territories_at(longitude, latitude);

create function lies_in_territories() returns trigger language plpgsql as $$
begin
    new.territory_ids := territories_at(new.longitude, new.latitude);
    return new;
end $$;
create trigger service_order_site before insert or update of longitude, latitude on service_order for each row
execute function lies_in_territories();
