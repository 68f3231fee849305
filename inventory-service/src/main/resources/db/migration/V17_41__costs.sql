-- The moving average: what one unit at a place costs, in the company's currency. Null as long as no price of the part was told.
alter table stock_level
    add column unit_cost     numeric(14, 4) check (unit_cost >= 0),
    add column cost_currency text;

-- What each entry of the ledger cost when it was booked, and where the place stood after it. What comes late, and what takes back, is
-- an entry of its own: none is ever rewritten.
create table stock_valuation (
    movement_id uuid primary key,
    part_id     uuid           not null,
    location_id uuid           not null,
    -- Counts the entries of a part at a place, in the order in which they changed the level.
    entry       bigint         not null,
    quantity    numeric(14, 3) not null,
    unit        text           not null,
    unit_cost   numeric(14, 4),
    -- Somebody told the price, as a receipt does; else it is the average of then, or the cost of what it takes back.
    priced      boolean        not null,
    on_hand     numeric(18, 3) not null,
    average     numeric(14, 4),
    currency    text           not null,
    recorded_at timestamptz    not null,
    constraint stock_valuation_entry unique (part_id, location_id, entry)
);
create index stock_valuation_price on stock_valuation (part_id, movement_id) where priced;
create trigger stock_valuation_is_append_only
    before update or delete or truncate on stock_valuation
    for each statement execute function refuse_change();

-- What was booked before costs were kept has none.
insert into stock_valuation (movement_id, part_id, location_id, entry, quantity, unit, priced, on_hand, currency, recorded_at)
select m.id, m.part_id, m.location_id, m.rank - l.entries + l.version, m.quantity, m.unit, false, m.total,
       (select currency from known_company), m.recorded_at
  from (select id, part_id, location_id, quantity, unit, recorded_at,
               row_number() over (partition by part_id, location_id order by id) as rank,
               sum(quantity) over (partition by part_id, location_id order by id) as total
          from stock_movement) m
  join (select l.part_id, l.location_id, l.version, count(*) as entries
          from stock_level l join stock_movement m using (part_id, location_id)
         group by l.part_id, l.location_id, l.version) l using (part_id, location_id);

-- The average after a quantity came, or went again, at a price; it stays where no price was told. A price fills what was below nothing
-- and says what the rest costs; what is taken back at its price and would leave less than no value leaves the average.
create function moving_average(on_hand numeric, average numeric, quantity numeric, price numeric, known numeric) returns numeric
    language plpgsql immutable as $$
begin
    return case
               when price is null then coalesce(average, known)
               when average is null or (on_hand <= 0 and quantity > 0) then price
               when on_hand + quantity > 0 and on_hand * average + quantity * price >= 0
                   then least(round((on_hand * average + quantity * price) / (on_hand + quantity), 4), 9999999.9999)
               else average
           end;
end $$;
