-- What was there at a moment: one step of this index, however much was booked since.
create index stock_valuation_moment on stock_valuation (part_id, location_id, recorded_at, entry) include (on_hand);
