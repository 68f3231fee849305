-- A machine may be a part of another.
alter table asset
    add column part_of uuid references asset;
