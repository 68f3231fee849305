-- What should be bought, as it was found at a moment, and the orders that were made of it.
create table purchase_proposal (
    id          uuid primary key,
    version     bigint      not null,
    state       text        not null,
    location_id uuid        not null references stock_location,
    made_at     timestamptz not null,
    lines       jsonb       not null,
    orders      jsonb       not null
);
create index part_reordered on part (id) where reorder_point is not null;
