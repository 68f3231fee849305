-- The backbone's tables, the same in every service.

-- What was committed and has not yet been handed to the broker. Columns as Debezium's outbox event router expects
-- (aggregatetype = topic, aggregateid = key), so that Debezium can take the relay's place.
create table outbox (
    seq           bigint generated always as identity primary key,
    tx            xid8        not null default pg_current_xact_id(),
    id            uuid        not null,
    aggregatetype text        not null,
    aggregateid   text,
    type          text,
    payload       bytea       not null,
    headers       text,
    traceparent   text,
    created_at    timestamptz not null
);

-- Which events have taken effect here; written in the transaction of the effect.
create table inbox (
    event_id    uuid        not null,
    topic       text        not null,
    received_at timestamptz not null,
    primary key (event_id, topic)
);
create index inbox_age on inbox (received_at);

-- Messages that can never work as they are, with the reason; a person decides.
create table parked_message (
    id          uuid primary key,
    topic       text        not null,
    partition   integer     not null,
    "offset"    bigint      not null,
    key         text,
    type        text,
    headers     text,
    payload     bytea       not null,
    reason      text        not null,
    parked_at   timestamptz not null,
    replayed_at timestamptz,
    replayed_by text,
    unique (topic, partition, "offset")
);
create index parked_message_waiting on parked_message (parked_at) where replayed_at is null;

-- One row per command that took effect, written with it; a repeated key is answered from here.
create table idempotency (
    caller      uuid        not null,
    key         text        not null,
    fingerprint text        not null,
    status      integer,
    body        text,
    etag        text,
    location    text,
    created_at  timestamptz not null,
    primary key (caller, key)
);
create index idempotency_age on idempotency (created_at);

-- Who did what to which aggregate, when and why. Only ever added to.
create table history (
    id             uuid primary key,
    subject_type   text        not null,
    subject_id     uuid        not null,
    correlation_id uuid,
    action         text        not null,
    from_state     text,
    to_state       text,
    actor_id       uuid        not null,
    actor_name     text        not null,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    reason         text,
    command_id     text
);
create index history_subject on history (subject_id, id);
create index history_correlation on history (correlation_id, id);

-- A request that hangs must not hold the relay's horizon or somebody's row for long.
do $$
begin
    execute format('alter role %I set lock_timeout = ''5s''', current_user);
    execute format('alter role %I set statement_timeout = ''30s''', current_user);
    execute format('alter role %I set idle_in_transaction_session_timeout = ''30s''', current_user);
end $$;
