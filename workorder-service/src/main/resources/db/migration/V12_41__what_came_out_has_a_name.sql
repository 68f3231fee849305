-- What the customer signs says of which part the piece was that came out. Of what was recorded before it stays unsaid: it was signed so.
alter table part_usage
    add column removed_part_number text,
    add column removed_part_name   text;
