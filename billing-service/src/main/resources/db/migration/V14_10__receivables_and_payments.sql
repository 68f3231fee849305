-- Whose account it is; its row is locked by whoever allocates, so that all that happens on one account happens in a row.
create table customer_account (
    id           uuid primary key,
    version      bigint not null,
    -- Null: those of the company's settings.
    payment_days integer check (payment_days between 0 and 365)
);

-- What stands on the accounts of customers. Positive is what they owe (an invoice, money paid back to them), negative what is
-- theirs (a payment, a credit note). Only a payment may be nobody's, until it is known whose it is.
create table open_item (
    id                uuid primary key,
    version           bigint         not null,
    item_type         text           not null check (item_type in ('RECEIVABLE', 'PAYMENT')),
    customer_id       uuid,
    booked_on         date           not null,
    currency          text           not null,
    amount            numeric(14, 2) not null,
    open              numeric(14, 2) not null,
    -- The earliest day of a new allocation, so that no past day ever has more allocated than there is.
    allocatable_from  date           not null,
    last_allocated_on date,
    settled_on        date,
    changed_at        timestamptz    not null,
    -- Of a receivable.
    number            text,
    customer_name     text,
    due_date          date,
    -- Of a payment.
    payer_name        text,
    payer_iban        text,
    reference         text,
    statement_id      uuid,
    entry_key         text,
    recorded_at       timestamptz,
    taken_back_on     date,
    taken_back        jsonb,
    check (abs(open) <= abs(amount) and open * amount >= 0),
    check ((settled_on is not null) = (open = 0)),
    check ((taken_back is not null) = (taken_back_on is not null)),
    check (customer_id is not null or open = amount or taken_back is not null),
    check (item_type <> 'RECEIVABLE'
           or (customer_id is not null and number is not null and customer_name is not null and due_date is not null)),
    check (item_type <> 'PAYMENT' or (amount <> 0 and recorded_at is not null)),
    -- An entry of a bank statement is a payment once.
    constraint payment_entry unique (entry_key)
);
create index open_item_customer on open_item (customer_id, booked_on, id);
create index open_item_open on open_item (item_type, id) where settled_on is null;
create index open_item_settled on open_item (settled_on) where settled_on is not null;
create index open_item_due on open_item (due_date, id) where settled_on is null;
create index open_item_number on open_item (number) where number is not null;
create index open_item_payer on open_item (payer_iban, customer_id) where payer_iban is not null;
create index open_item_statement on open_item (statement_id) where statement_id is not null;
create index open_item_changed on open_item (changed_at, id);
create trigger open_item_touched before insert or update on open_item for each row execute function touched();

-- What is owed and what is theirs, set against each other. It is never changed but to say that it was undone.
create table allocation (
    id           uuid primary key,
    version      bigint         not null,
    customer_id  uuid           not null,
    debit_id     uuid           not null references open_item,
    credit_id    uuid           not null references open_item,
    amount       numeric(14, 2) not null check (amount > 0),
    currency     text           not null,
    allocated_on date           not null,
    allocated_at timestamptz    not null,
    undone_on    date,
    undone       jsonb,
    check ((undone is not null) = (undone_on is not null))
);
create index allocation_debit on allocation (debit_id, id);
create index allocation_credit on allocation (credit_id, id);
create index allocation_customer on allocation (customer_id, id);

-- What was issued before is owed.
insert into open_item (id, version, item_type, customer_id, booked_on, currency, amount, open, allocatable_from, settled_on,
                       number, customer_name, due_date)
select id, 0, 'RECEIVABLE', cast(buyer ->> 'id' as uuid), issue_date, totals #>> '{gross,currency}', gross, gross, issue_date,
       case when gross = 0 then issue_date end, number, buyer ->> 'name', due_date
  from invoice, lateral (select cast(totals #>> '{gross,amount}' as numeric(14, 2)) as gross) as sum
 where state = 'ISSUED';
