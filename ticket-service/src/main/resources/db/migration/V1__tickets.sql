create table customer (
    id              uuid primary key,
    version         bigint not null,
    name            text   not null,
    email           text,
    phone           text,
    tax_id          text,
    billing_address jsonb
);
create index customer_name on customer (lower(name));

create table contact (
    id          uuid primary key,
    version     bigint not null,
    customer_id uuid   not null references customer,
    name        text   not null,
    phone       text,
    email       text
);
create index contact_customer on contact (customer_id, id);

create table service_location (
    id           uuid primary key,
    version      bigint           not null,
    customer_id  uuid             not null references customer,
    name         text             not null,
    address      jsonb            not null,
    latitude     double precision not null check (latitude between -90 and 90),
    longitude    double precision not null check (longitude between -180 and 180),
    time_zone    text             not null,
    access_notes text
);
create index service_location_customer on service_location (customer_id, id);

create table asset (
    id            uuid primary key,
    version       bigint not null,
    customer_id   uuid   not null references customer,
    location_id   uuid   not null references service_location,
    name          text   not null,
    serial_number text,
    manufacturer  text,
    model         text
);
create index asset_customer on asset (customer_id, id);
create unique index asset_serial_number on asset (manufacturer, serial_number);

create sequence ticket_number;

create table ticket (
    id              uuid primary key,
    version         bigint      not null,
    number          text        not null unique,
    state           text        not null,
    channel         text        not null,
    service_type    text        not null,
    priority        text        not null,
    summary         text        not null,
    instructions    text,
    customer_id     uuid        not null references customer,
    contact_id      uuid        not null references contact,
    location_id     uuid        not null references service_location,
    asset_id        uuid references asset,
    required_skills text[]      not null,
    follow_up_of    uuid references ticket,
    respond_by      timestamptz not null,
    resolve_by      timestamptz not null,
    created_at      timestamptz not null,
    created_by      uuid        not null
);
create index ticket_state on ticket (state, id);
create index ticket_customer on ticket (customer_id, id);

-- The ticket's service orders as this service has heard of them: exists, closed, settled (billed or nothing to bill).
create table ticket_order (
    order_id   uuid primary key,
    ticket_id  uuid not null references ticket,
    number     text,
    closed_at  timestamptz,
    settled_at timestamptz,
    invoice_id uuid,
    invoice    text
);
create index ticket_order_ticket on ticket_order (ticket_id);
