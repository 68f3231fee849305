-- Bank statements that were sent, or tried, and what became of each line. The payments refer to them.
create table bank_statement (
    id          uuid primary key,
    version     bigint      not null,
    format      text        not null,
    name        text        not null,
    sha256      text        not null,
    dry_run     boolean     not null,
    imported_at timestamptz not null,
    imported_by text        not null,
    lines       jsonb       not null
);
