-- In which language a contact is written to, and whether about visits at all.
alter table contact
    add column language   text,
    add column visit_mail boolean not null default true;
