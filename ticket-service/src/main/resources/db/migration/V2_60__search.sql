alter table customer
    add column search_text text generated always as (folded(name || ' ' || coalesce(email, '') || ' ' || coalesce(tax_id, '') || ' '
        || coalesce(billing_address ->> 'street', '') || ' ' || coalesce(billing_address ->> 'city', ''))) stored,
    add column tax_key text generated always as (regexp_replace(
        regexp_replace(upper(tax_id), '[[:space:]./-]', '', 'g'), '^[A-Z]{2}(?=.*[0-9])', '')) stored;
create index customer_text on customer using gin (search_text gin_trgm_ops);
create index customer_phone on customer (phone_key(phone), id);
create index customer_tax on customer (tax_key, id);
drop index customer_name;

alter table contact
    add column search_text text generated always as (folded(name || ' ' || coalesce(email, ''))) stored;
create index contact_text on contact using gin (search_text gin_trgm_ops);
create index contact_phone on contact (phone_key(phone), id);

alter table service_location
    add column search_text text generated always as (folded(name || ' ' || coalesce(address ->> 'street', '') || ' '
        || coalesce(address ->> 'city', '') || ' ' || coalesce(address ->> 'postalCode', ''))) stored;
create index service_location_text on service_location using gin (search_text gin_trgm_ops);

alter table asset
    add column search_text text generated always as (folded(name || ' ' || coalesce(serial_number, '') || ' '
        || coalesce(manufacturer, '') || ' ' || coalesce(model, ''))) stored;
create index asset_text on asset using gin (search_text gin_trgm_ops);
create index asset_serial on asset (compared(serial_number), id);
create index asset_location on asset (location_id, id);

alter table ticket
    add column search_text text generated always as (folded(number || ' ' || summary || ' ' || coalesce(instructions, ''))) stored,
    add column changed_at timestamptz;
update ticket set changed_at = created_at;
alter table ticket alter column changed_at set not null;
create trigger ticket_touched before insert or update on ticket for each row execute function touched();
create index ticket_text on ticket using gin (search_text gin_trgm_ops);
create index ticket_created on ticket (created_at, id);
create index ticket_changed on ticket (changed_at, id);
create index ticket_location on ticket (location_id, id);
create index ticket_asset on ticket (asset_id, id);

-- A machine is one, however its serial number is typed. Those registered twice before are marked and stay.
alter table asset add column twin boolean not null default false;
update asset a
   set twin = true
 where exists (select from asset b
                where compared(b.manufacturer) = compared(a.manufacturer)
                  and compared(b.serial_number) = compared(a.serial_number)
                  and b.id < a.id);
drop index asset_serial_number;
create unique index asset_serial_number on asset (compared(manufacturer), compared(serial_number)) where not twin;
create trigger asset_changed before update on asset for each row
    when (old.twin and (old.manufacturer, old.serial_number) is distinct from (new.manufacturer, new.serial_number))
    execute function no_twin_any_more();
