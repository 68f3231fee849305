-- What a technician's calendar program reads without signing in: the address holds a secret, of which only the hash is kept.
create table calendar_feed (
    id         uuid   primary key, -- of the technician
    version    bigint not null,
    generation bigint not null default 0,
    token_hash text,
    constraint calendar_feed_token unique (token_hash)
);
