alter table service_order add column hold_told boolean not null default false;
