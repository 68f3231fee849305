-- Customers of whom a request was heard: a tax rule is about one of them. Rules of before stay in force, whomever they are about.
create table known_customer (customer_id uuid primary key);

insert into known_customer
select cast(told -> 'customer' ->> 'id' as uuid) from known_ticket where told -> 'customer' ->> 'id' is not null
union
select cast(job -> 'customer' ->> 'id' as uuid) from billing_case where job -> 'customer' ->> 'id' is not null;
