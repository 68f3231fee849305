-- Whose number it is, if it says so: Greece begins as the directive has it or as ISO 3166 does.
alter table customer
    add column tax_country text generated always as (replace(substring(
        regexp_replace(upper(tax_id), '[[:space:]./-]', '', 'g') from '^([A-Z]{2})(?=.*[0-9])'), 'EL', 'GR')) stored;
