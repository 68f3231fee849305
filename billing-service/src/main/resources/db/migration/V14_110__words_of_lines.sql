-- In which language an invoice words its lines, and what those lines say that were made of the work, as data. What is issued keeps its words.
alter table invoice add column language text check (language in ('RO', 'EN', 'DE'));
-- As agreed with a customer; null where the company's first counts.
alter table customer_account add column language text check (language in ('ro', 'en', 'de'));
alter table invoice_line add column text jsonb;
alter table credit_note_line add column text jsonb;

-- Drafts are worded anew.
insert into errand (id, kind, subject_kind, subject_id, correlation_id, content, state, due, next_at, attempts, repeating, created_at)
select gen_random_uuid(), 'REPRICE_INVOICE', 'invoice', id, ticket_id, json_build_object('invoiceId', id)::text, 'WAITING', now(), now(),
       0, false, now()
  from invoice where state = 'DRAFT';
