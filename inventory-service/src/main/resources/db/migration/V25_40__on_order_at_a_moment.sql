-- What of purchase orders had not come to a place at a moment. Worked out of when they were placed, called off or closed, and of what came
-- and was taken back: the lines of an order that was placed do not change.
create function stock_on_order_at(part uuid, location uuid, moment timestamptz) returns numeric language sql stable parallel safe as
$$ select coalesce(sum(greatest(l.quantity - coalesce(
              (select sum(came.quantity) from purchase_receipt came
                where came.purchase_order_id = o.id and came.line_id = l.id and came.received_at <= moment
                  and not exists (select from stock_movement back
                                   where back.reversal_of = came.receipt_id and back.recorded_at <= moment)), 0), 0.000)),
          cast(0 as numeric(18, 3)))
     from purchase_order_line l join purchase_order o on o.id = l.purchase_order_id
    where l.part_id = part and o.location_id = location and o.ordered_at <= moment
      and not exists (select from history ended
                       where ended.subject_id = o.id and ended.action in ('CANCEL', 'CLOSE') and ended.recorded_at <= moment) $$;
