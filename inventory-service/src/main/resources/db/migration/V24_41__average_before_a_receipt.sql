-- What was paid last for a part, anywhere. A receipt that is taken back never was paid. @param undone the receipt that is just being taken back
create function paid_last(part uuid, in_currency text, undone uuid) returns numeric stable language sql return (
    select v.unit_cost from stock_valuation v join stock_movement m on m.id = v.movement_id
     where v.part_id = part and v.priced and v.currency = in_currency and m.source_id <> undone
       and not exists (select from stock_movement back where back.reversal_of = m.source_id)
     order by v.movement_id desc limit 1);

-- The average of a place before a receipt, by what is left of all that came: not that of a moment at which something was there that is
-- taken back since. Null if there was none.
create function average_before(receipt uuid, in_currency text) returns numeric stable language sql return (
    select v.average
      from stock_movement came join stock_valuation it on it.movement_id = came.id
      join stock_valuation v on v.part_id = it.part_id and v.location_id = it.location_id and v.entry < it.entry
     where came.source_id = receipt and v.currency = in_currency
       and not exists (select from stock_movement back
                         join stock_movement wrong on wrong.source_id = back.reversal_of
                         join stock_valuation w on w.movement_id = wrong.id
                         join stock_valuation b on b.movement_id = back.id
                        where back.part_id = it.part_id and back.location_id = it.location_id
                          and back.kind = 'RECEIPT_REVERSAL' and w.priced and w.entry <= v.entry and b.entry > v.entry)
     order by v.entry desc limit 1);

-- The average after a receipt is taken back: where it leaves nothing, or less than no value, it is that of before the receipt.
create function average_without(receipt uuid, on_hand numeric, average numeric, quantity numeric, price numeric, known numeric,
                                in_currency text) returns numeric
    language plpgsql stable as $$
begin
    if not (select v.priced from stock_movement m join stock_valuation v on v.movement_id = m.id where m.source_id = receipt)
       or (on_hand + quantity > 0 and on_hand * average + quantity * price >= 0) then
        return moving_average(on_hand, average, quantity, price, known);
    end if;
    return coalesce(average_before(receipt, in_currency), known);
end $$;
