-- What a rule draws its sample with, apart from the job: its id is shown, this is not.
alter table review_rule add column seed uuid not null default gen_random_uuid();
