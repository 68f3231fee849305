-- When a lease is over, by the clock that all replicas share; null while nobody has it in hand
alter table errand add column leased_until timestamptz;
