-- While the work waits for the customer, what was promised to them does not run
alter table ticket_order
    add column waits_since timestamptz,
    add column hold_changed_at timestamptz;
