-- What a van lacks may take several transfers, each with as many lines as one may have.
alter table stock_transfer add column proposal integer;
drop index stock_transfer_proposed;
create unique index stock_transfer_proposed on stock_transfer (from_location_id, to_location_id, coalesce(proposal, 1))
    where state = 'DRAFT' and proposed_on is not null;
