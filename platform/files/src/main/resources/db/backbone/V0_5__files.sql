-- What lies in the file store. The row is written before the file is put there, so that no file is without one.
create table stored_file (
    id              uuid primary key,
    sha256          text   not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size            bigint not null check (size >= 0),
    -- since when the file is completely there; null while it is on its way
    stored_at       timestamptz,
    -- since when nobody refers to it; null while somebody does
    unclaimed_since timestamptz,
    -- taken out of use, to be deleted from the store
    swept_at        timestamptz
);
-- The same content is one file. What was taken out of use never comes back: the content gets a new row and a new name, so
-- that a deletion which comes late cannot hit it.
create unique index stored_file_content on stored_file (sha256) where swept_at is null;
create index stored_file_unclaimed on stored_file (unclaimed_since) where swept_at is null and unclaimed_since is not null;
create index stored_file_swept on stored_file (swept_at) where swept_at is not null;

-- Who refers to a file: the id of the photo, the report, the document.
create table file_claim (
    file_id uuid not null references stored_file,
    owner   uuid not null,
    primary key (owner, file_id)
);
create index file_claim_file on file_claim (file_id);
