-- A journal entry of each document, written in the transaction that issues it and never changed, only exported.
create table journal_export (
    id         uuid primary key,
    version    bigint      not null,
    up_to      date        not null,
    entries    integer     not null check (entries > 0),
    made_by    uuid        not null,
    maker_name text        not null,
    made_at    timestamptz not null,
    complete   boolean     not null
);

create table journal_entry (
    id              uuid primary key,
    kind            text           not null,
    document_id     uuid           not null,
    document_number text           not null,
    booked_on       date           not null,
    customer_id     uuid,
    customer_name   text,
    order_id        uuid,
    currency        text           not null,
    -- What it adds to revenue, or takes from it.
    revenue         numeric(18, 2) not null,
    -- Checked at the commit: the export is written after its entries are taken.
    export_id       uuid references journal_export deferrable initially deferred,
    -- A document is booked once, and so is that it was taken back.
    constraint journal_entry_document unique (document_id, kind)
);
create index journal_entry_day on journal_entry (booked_on, id);
create index journal_entry_order on journal_entry (order_id) where order_id is not null;
create index journal_entry_waiting on journal_entry (booked_on, id) where export_id is null;
create index journal_entry_export on journal_entry (export_id, booked_on, id) where export_id is not null;

create table journal_posting (
    id           uuid primary key,
    entry_id     uuid           not null references journal_entry deferrable initially deferred,
    position     integer        not null,
    purpose      text           not null,
    account      text           not null,
    debit        numeric(18, 2) not null,
    credit       numeric(18, 2) not null,
    tax_category text,
    tax_percent  numeric(5, 2),
    unique (entry_id, position),
    check (debit >= 0 and credit >= 0 and (debit = 0) <> (credit = 0))
);

-- Debit and credit of each entry are the same, whoever writes: an entry that is not in balance is not committed.
create function require_balance(entry uuid) returns void language plpgsql as $$
begin
    if (select coalesce(sum(debit) - sum(credit), 1) from journal_posting where entry_id = entry) <> 0 then
        raise exception 'journal entry % is not in balance', entry using errcode = 'check_violation', constraint = 'journal_balance';
    end if;
end $$;
create function entry_balances() returns trigger language plpgsql as $$
begin
    perform require_balance(new.id);
    return null;
end $$;
create function posting_balances() returns trigger language plpgsql as $$
begin
    perform require_balance(new.entry_id);
    return null;
end $$;
create constraint trigger journal_entry_balances after insert on journal_entry
    deferrable initially deferred for each row execute function entry_balances();
create constraint trigger journal_posting_balances after insert on journal_posting
    deferrable initially deferred for each row execute function posting_balances();

-- What is booked stays. Exported it is once.
create function refuse_journal_change() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is only ever added to; book the opposite' using errcode = 'restrict_violation';
end $$;
create trigger journal_posting_is_append_only before update or delete or truncate on journal_posting
    for each statement execute function refuse_journal_change();
create trigger journal_entry_is_kept before delete or truncate on journal_entry
    for each statement execute function refuse_journal_change();
create trigger journal_entry_is_exported_once before update on journal_entry
    for each row when (old.export_id is not null or to_jsonb(new) - 'export_id' <> to_jsonb(old) - 'export_id')
    execute function refuse_journal_change();
create trigger journal_export_is_kept before update or delete or truncate on journal_export
    for each statement execute function refuse_journal_change();

-- Which jobs are invoiced, for whatever amount.
create index invoice_issued_order on invoice (order_id) where state = 'ISSUED';

-- Invoices that were issued before are booked too.
insert into errand (id, kind, subject_kind, subject_id, correlation_id, content, state, due, next_at, attempts, repeating, created_at)
select gen_random_uuid(), 'BOOK_INVOICE', 'invoice', id, ticket_id, json_build_object('invoiceId', id)::text, 'WAITING', now(), now(),
       0, false, now()
  from invoice where state = 'ISSUED';
