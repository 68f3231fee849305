-- What was counted of a part since a moment: what happened before a count and is told after it was seen by the count.
create index stock_count_line_part on stock_count_line (part_id, counted_at);
