-- By the camera's word.
alter table photo add column shot_at timestamptz;
alter table photo add column shot_at_place jsonb;
