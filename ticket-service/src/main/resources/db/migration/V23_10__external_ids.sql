-- What other systems call customers and sites. It stands with each, where it is read, and in a table that keeps it unique.
alter table customer add column external_ids jsonb not null default '{"all": []}';
alter table service_location add column external_ids jsonb not null default '{"all": []}';

create table customer_external_id (
    key        text primary key,
    subject_id uuid not null references customer
);
create index customer_external_id_subject on customer_external_id (subject_id);

create table service_location_external_id (
    key        text primary key,
    subject_id uuid not null references service_location
);
create index service_location_external_id_subject on service_location_external_id (subject_id);

create function external_ids_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.external_ids = old.external_ids then
        return null;
    end if;
    execute format('delete from %I where subject_id = $1', tg_argv[0]) using new.id;
    execute format('insert into %I (key, subject_id)
                    select each ->> ''system'' || '':'' || (each ->> ''id''), $1 from jsonb_array_elements($2 -> ''all'') each', tg_argv[0])
        using new.id, new.external_ids;
    return null;
end $$;

create trigger customer_external_ids after insert or update of external_ids on customer
    for each row execute function external_ids_kept('customer_external_id');
create trigger service_location_external_ids after insert or update of external_ids on service_location
    for each row execute function external_ids_kept('service_location_external_id');
