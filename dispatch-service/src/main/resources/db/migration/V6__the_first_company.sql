-- What holds until the ticket service tells of the company: the same as there. Version -1 takes whatever is told, so that
-- telling anew (docs/operations.md) brings the languages also to where the company was known before.
alter table known_company add column languages text[] not null default '{ro,en}';
alter table known_company alter column languages drop default;
update known_company set company_version = -1;

insert into known_company (company_id, company_version, time_zone, languages, calendar)
values ('00000000-0000-7000-8000-000000000001', -1, 'Europe/Bucharest', '{ro,en}', '{}') on conflict do nothing;
