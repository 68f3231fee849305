alter table invoice add column note_for_buyer text;
