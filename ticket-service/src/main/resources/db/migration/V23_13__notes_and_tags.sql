-- What the office remarks about a customer, beside what is known of them.
alter table customer
    add column notes text,
    add column tags  text[] not null default '{}';
