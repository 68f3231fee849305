-- In what languages the company writes.
alter table known_company add column languages text[] not null default '{ro,en}';

-- What was issued, as it stands on paper and in the XML: written once. The id is that of the invoice or the credit note.
create table issued_document (
    id          uuid primary key,
    version     bigint         not null,
    type        text           not null,
    number      text           not null,
    customer_id uuid           not null,
    ticket_id   uuid           not null,
    buyer_name  text           not null,
    gross       numeric(18, 2) not null,
    currency    text           not null,
    issue_date  date           not null,
    issued_by   text           not null,
    issued_at   timestamptz    not null,
    document    jsonb          not null,
    files       jsonb          not null,
    delivery    text           not null,
    constraint issued_document_number unique (type, number)
);
create index issued_document_unsent on issued_document (id) where delivery <> 'SENT';

-- To whom it was sent, and what became of it.
create table document_delivery (
    id             uuid primary key,
    version        bigint      not null,
    document_id    uuid        not null references issued_document,
    ticket_id      uuid        not null,
    recipient      text        not null,
    language       text,
    state          text        not null,
    failure        text,
    requested_by   text,
    queued_at      timestamptz not null,
    handed_over_at timestamptz
);
create index document_delivery_document on document_delivery (document_id, id);

-- What the tax authority gets of it.
create table einvoice (
    id               uuid primary key references issued_document,
    version          bigint      not null,
    state            text        not null,
    number           text        not null,
    ticket_id        uuid        not null,
    xml_sha256       text        not null,
    upload_index     text,
    refusal          text,
    ready_at         timestamptz not null,
    changed_state_at timestamptz not null
);
create index einvoice_state on einvoice (state, id);

-- What is issued never changes.
create function issued_stays() returns trigger language plpgsql as $$
begin
    raise exception 'document % is issued and never changes', old.number;
end $$;
create trigger issued_document_stays before update on issued_document
    for each row when ((old.type, old.number, old.issue_date, old.document) is distinct from (new.type, new.number, new.issue_date, new.document))
    execute function issued_stays();
create trigger issued_document_is_kept before delete on issued_document for each row execute function issued_stays();
