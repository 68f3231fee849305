-- Who examines which jobs before they are closed. Of the rules that fit a job the one at the first position decides.
create table review_rule (
    id                  uuid primary key,
    version             bigint  not null,
    position            integer not null,
    name                text    not null,
    service_type        text,
    work_type_id        uuid,
    customer_id         uuid,
    territory_id        uuid,
    labour_minutes_from integer,
    parts_from          integer,
    sample_percent      integer not null check (sample_percent between 1 and 100),
    examined_by         text    not null,
    reviewer            jsonb,
    deputy              jsonb,
    withdrawal          jsonb
);
create index review_rule_in_force on review_rule (position, id) where withdrawal is null;

-- The list of what waits to be examined, oldest first. What waited before this is known waits since its last change. Nobody is an
-- examiner of what any supervisor may examine.
alter table work_order
    add column review_awaited_since timestamptz generated always as (
        coalesce(moment(review ->> 'awaitedSince'), changed_at)) stored,
    add column examiner_ids uuid[] generated always as (
        case when review #>> '{examination,openedAt}' is null
             then array_remove(array [cast(review #>> '{examination,reviewer,id}' as uuid),
                                      cast(review #>> '{examination,deputy,id}' as uuid)], null)
             else '{}' end) stored;
create index work_order_review on work_order (review_awaited_since, id) where state = 'COMPLETED';

-- In which of dispatch's territories the site lies, as far as it was told.
alter table work_order add column territory_ids uuid[] not null default '{}';
