-- Each mail that came to the mailbox, with what became of it. What is in files is claimed under the ids that stand in enclosed.
create table incoming_mail (
    id            uuid primary key,
    version       bigint      not null,
    state         text        not null,
    account       text        not null,
    uid_validity  bigint      not null,
    uid           bigint      not null,
    attempts      integer     not null,
    message_id    text,
    fingerprint   text,
    from_address  text,
    from_name     text,
    title         text,
    content       text,
    reference_ids text[]      not null,
    sent_at       timestamptz,
    arrived_at    timestamptz not null,
    reason        text,
    remark        text,
    enclosed      jsonb       not null,
    ticket_id     uuid references ticket,
    changed_at    timestamptz not null,
    check ((state in ('TICKET_OPENED', 'JOINED')) = (ticket_id is not null))
);
create unique index incoming_mail_uid on incoming_mail (account, uid_validity, uid);
-- The same mail that comes twice takes effect once.
create unique index incoming_mail_once on incoming_mail (fingerprint) where state not in ('ARRIVED', 'IGNORED');
create index incoming_mail_state on incoming_mail (state, id);
create index incoming_mail_message on incoming_mail (message_id);
create index incoming_mail_from on incoming_mail (from_address, id);
create index incoming_mail_ticket on incoming_mail (ticket_id, id);
create trigger incoming_mail_touched before insert or update on incoming_mail for each row execute function touched();

-- What a customer has written about a ticket.
create table ticket_message (
    id           uuid primary key,
    ticket_id    uuid        not null references ticket,
    mail_id      uuid        not null references incoming_mail,
    from_address text,
    from_name    text,
    title        text,
    content      text        not null,
    sent_at      timestamptz,
    received_at  timestamptz not null
);
create index ticket_message_ticket on ticket_message (ticket_id, id);

-- By which senders are known, and by whose firm's addresses they are guessed.
create index contact_email on contact (lower(email), id);
create index customer_email on customer (lower(email), id);
create index contact_domain on contact (lower(split_part(email, '@', 2)));
create index customer_domain on customer (lower(split_part(email, '@', 2)));
create index ticket_order_number on ticket_order (number);
