-- The company that this installation serves: always this one row. An administrator enters who it is (docs/operations.md).
create table company (
    id           uuid primary key check (id = '00000000-0000-7000-8000-000000000001'),
    version      bigint not null,
    details      jsonb  not null,
    told_through date
);

insert into company (id, version, details) values ('00000000-0000-7000-8000-000000000001', 0, '{
  "tradeName": "Our company",
  "timeZone": "Europe/Bucharest",
  "currency": "RON",
  "languages": ["ro", "en"],
  "workingHours": [
    {"day": "MONDAY", "hours": [{"from": "08:00", "to": "17:00"}]},
    {"day": "TUESDAY", "hours": [{"from": "08:00", "to": "17:00"}]},
    {"day": "WEDNESDAY", "hours": [{"from": "08:00", "to": "17:00"}]},
    {"day": "THURSDAY", "hours": [{"from": "08:00", "to": "17:00"}]},
    {"day": "FRIDAY", "hours": [{"from": "08:00", "to": "17:00"}]}
  ],
  "publicHolidays": "RO",
  "specialDays": []
}');
