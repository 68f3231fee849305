-- Which rate of category S a person gave a line; null in lines of before is the standard one, as it was priced.
alter table invoice_line add column given_level text;
