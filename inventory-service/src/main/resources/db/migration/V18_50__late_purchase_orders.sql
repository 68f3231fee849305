-- Whether a purchase order is late: something of it is to come, and was expected before today by the company's clock.
create function is_late(state text, expected_on date, at timestamptz) returns boolean stable language sql return (
    state in ('ORDERED', 'PARTIALLY_RECEIVED')
    and expected_on < (select cast(timezone(c.time_zone, at) as date) from known_company c));
