-- In which words a company writes a mail, where it has words of its own. A row stays when they are withdrawn: its version goes on.
create table mail_text (
    id         uuid primary key,
    version    bigint not null,
    purpose    text   not null,
    language   text   not null,
    subject    text,
    text       text,
    changed_by text,
    changed_at timestamptz,
    constraint mail_text_one unique (purpose, language),
    constraint mail_text_whole check ((subject is null) = (text is null))
);
