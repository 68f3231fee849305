-- What inventory-service has told of a part.
create table known_part (
    part_id      uuid primary key,
    part_version bigint not null,
    number       text   not null,
    name         text   not null
);

create table part_price (
    id         uuid primary key,
    version    bigint         not null,
    part_id    uuid           not null,
    unit_price numeric(14, 4) not null check (unit_price >= 0),
    valid_from date           not null,
    constraint part_price_day unique (part_id, valid_from)
);

create table labour_rate (
    id          uuid primary key,
    version     bigint         not null,
    kind        text           not null,
    hourly_rate numeric(14, 4) not null check (hourly_rate >= 0),
    valid_from  date           not null,
    constraint labour_rate_day unique (kind, valid_from)
);

create table tax_rate (
    id         uuid primary key,
    version    bigint        not null,
    category   text          not null,
    percent    numeric(5, 2) not null check (percent between 0 and 100),
    valid_from date          not null,
    constraint tax_rate_day unique (category, valid_from)
);

-- One per job; its id is the job's. The first event about a job makes it, whichever that is.
create table billing_case (
    id          uuid primary key,
    version     bigint      not null,
    state       text        not null,
    ticket_id   uuid        not null,
    job         jsonb,
    differences jsonb       not null,
    unexpected  boolean     not null,
    invoice_id  uuid,
    opened_at   timestamptz not null
);
create index billing_case_state on billing_case (state, id);
create index billing_case_ticket on billing_case (ticket_id, id);
create index billing_case_unexpected on billing_case (id) where unexpected;

-- One per usage, whatever was told of it first: that it happened or that it was taken back.
create table billable_item (
    usage_id        uuid primary key,
    billing_case_id uuid           not null references billing_case,
    part_id         uuid           not null,
    amount          numeric(14, 3) not null check (amount > 0),
    unit            text           not null,
    occurred_at     timestamptz    not null,
    reversed        boolean        not null
);
create index billable_item_case on billable_item (billing_case_id);

create table invoice (
    id            uuid primary key,
    version       bigint      not null,
    state         text        not null,
    number        text,
    order_id      uuid        not null,
    order_number  text        not null,
    ticket_id     uuid        not null,
    ticket_number text        not null,
    buyer         jsonb       not null,
    performed_on  date        not null,
    notes         text,
    totals        jsonb       not null,
    unpriced      integer     not null,
    drafted_at    timestamptz not null,
    issued_at     timestamptz,
    issue_date    date,
    due_date      date,
    constraint invoice_number unique (number),
    -- A job is billed once.
    constraint invoice_order unique (order_id),
    check ((number is null) = (state = 'DRAFT')),
    check (state = 'DRAFT' or unpriced = 0)
);
create index invoice_state on invoice (state, id);
create index invoice_ticket on invoice (ticket_id, id);

create table invoice_line (
    id           uuid primary key,
    invoice_id   uuid           not null references invoice,
    position     integer        not null,
    kind         text           not null,
    description  text           not null,
    quantity     numeric(14, 3) not null,
    unit         text           not null,
    unit_price   numeric(14, 4),
    net          numeric(18, 2),
    tax_category text           not null,
    tax_percent  numeric(5, 2),
    source_id    uuid           not null,
    part_id      uuid,
    unique (invoice_id, position),
    -- A usage or a time entry is billed once.
    constraint invoice_line_source unique (source_id)
);

-- The last number given in a series and year. Its row is locked until the invoice is committed, so a number that was
-- given but not used cannot exist; dates rise with the numbers.
create table invoice_counter (
    series  text        not null,
    year    integer     not null,
    last    bigint      not null,
    last_at timestamptz not null,
    primary key (series, year)
);
