-- Of what was called off by mistake and is opened anew: its due times count from the first request.
alter table ticket add column first_asked_at timestamptz;
