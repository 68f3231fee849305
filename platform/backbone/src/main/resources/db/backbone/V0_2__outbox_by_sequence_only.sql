-- Nobody asks any more which transaction wrote a row: see ADR 12.
alter table outbox drop column tx;
