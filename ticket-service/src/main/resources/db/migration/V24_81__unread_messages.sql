alter table ticket
    add column unread_since timestamptz,
    -- When it last began to wait for the customer
    add column waiting_since timestamptz;
