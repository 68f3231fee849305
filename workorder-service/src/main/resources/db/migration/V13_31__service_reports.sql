-- Editions of the report about a closed job. What one says is frozen in its facts; its files lie in the file store.
create table service_report (
    id            uuid primary key,
    version       bigint      not null,
    work_order_id uuid        not null references work_order,
    ticket_id     uuid        not null,
    order_number  text        not null,
    edition       integer     not null,
    replaces      uuid references service_report,
    replaced_by   uuid references service_report,
    state         text        not null,
    facts         jsonb       not null,
    facts_hash    text        not null,
    code          text        not null unique,
    files         jsonb       not null,
    made_at       timestamptz not null,
    issued_at     timestamptz,
    unique (work_order_id, edition)
);
create index service_report_work_order on service_report (work_order_id, id);

-- To whom it was sent, and what became of it.
create table report_delivery (
    id             uuid primary key,
    version        bigint      not null,
    report_id      uuid        not null references service_report,
    work_order_id  uuid        not null references work_order,
    ticket_id      uuid        not null,
    recipient      text        not null,
    recipient_name text,
    language       text,
    state          text        not null,
    failure        text,
    requested_by   text,
    queued_at      timestamptz not null,
    handed_over_at timestamptz
);
create index report_delivery_work_order on report_delivery (work_order_id, id);

-- Whatever changes a closed job, its report is looked at: in the transaction of the change, by whichever command, at no statement of
-- its own. A second later, so that what is taken back in one go stands in one edition.
create function looks_at_the_report() returns trigger language plpgsql as $$
begin
    insert into errand (id, kind, subject_kind, subject_id, correlation_id, content, state, due, next_at, attempts, repeating,
                        created_at)
    values (gen_random_uuid(), 'REPORT', 'work-order', new.id, new.ticket_id, json_build_object('orderId', new.id)::text,
            'WAITING', new.changed_at + interval '1 second', new.changed_at + interval '1 second', 0, false, new.changed_at);
    return null;
end $$;

-- Every command moves changed_at; what a migration writes is no change of the job.
create trigger work_order_report after update on work_order
    for each row when (new.state = 'CLOSED' and new.changed_at is distinct from old.changed_at)
    execute function looks_at_the_report();
