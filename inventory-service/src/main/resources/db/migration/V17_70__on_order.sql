-- What of purchase orders that were placed has not come to a place. What came of a line beyond what was ordered owes nothing to others.
create or replace function stock_on_order(part uuid, location uuid) returns numeric language sql stable parallel safe as
$$ select coalesce(sum(greatest(l.quantity - l.received, 0)), cast(0 as numeric(18, 3)))
     from purchase_order_line l join purchase_order o on o.id = l.purchase_order_id
    where l.part_id = part and o.location_id = location and o.state in ('ORDERED', 'PARTIALLY_RECEIVED') $$;
