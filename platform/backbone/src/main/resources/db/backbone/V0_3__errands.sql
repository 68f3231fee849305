-- Work due later: the outbox's sister. Written in the transaction of its cause, deleted in the one that records it as done.
create table errand (
    id             uuid        primary key,
    kind           text        not null,
    subject_kind   text        not null,
    subject_id     uuid        not null,
    correlation_id uuid,
    content        text        not null,
    state          text        not null,
    due            timestamptz not null,
    -- Not before: the due time, the end of a lease, or the end of a wait after a failure
    next_at        timestamptz not null,
    attempts       integer     not null,
    -- Drawn anew by whoever takes it: only the latest holder may record what became of it
    lease          uuid,
    failure        text,
    repeating      boolean     not null,
    traceparent    text,
    created_at     timestamptz not null
);
create index errand_next on errand (kind, next_at) where state = 'WAITING';
create index errand_given_up on errand (id) where state = 'GIVEN_UP';
-- However many replicas start, what repeats is there once.
create unique index errand_repeating on errand (kind, subject_id) where repeating;
