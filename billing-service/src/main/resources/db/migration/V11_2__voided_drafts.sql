-- A draft of which nothing is billed is voided by a person. It never gets a number, and may lack prices for ever. All drafts of
-- before stay drafts.
alter table invoice
    add column voided jsonb,
    drop constraint invoice_check,
    drop constraint invoice_check1,
    add constraint invoice_has_its_number check ((number is not null) = (state = 'ISSUED')),
    add constraint invoice_is_priced check (state <> 'ISSUED' or unpriced = 0),
    add constraint invoice_says_why_it_is_voided check ((voided is not null) = (state = 'VOIDED'));
