-- What was recorded since a moment, without a look at what was before. Rows are only ever added, and in the order of time: so small an
-- index costs those who write next to nothing.
create index history_recorded on history using brin (recorded_at) with (pages_per_range = 32, autosummarize = on);
