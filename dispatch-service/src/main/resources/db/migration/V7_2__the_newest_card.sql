-- Of the ticket that the card shows. The default is for a service of the version before, which may still run.
alter table service_order add column ticket_version bigint not null default 0;
create index delay_notice_order on delay_notice (order_id);
