-- Who sold, as it was known when the invoice was issued. Of what was issued before, it was not kept.
alter table invoice add column seller jsonb;
