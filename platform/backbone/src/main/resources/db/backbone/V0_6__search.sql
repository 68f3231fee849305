create extension if not exists pg_trgm;

-- Text as it is searched: without case, accents and signs for layout, and with the letters of one language under those of the
-- others (ş and ș, ß and ss). What is stored and what is looked for both go through here; nothing else folds.
create function folded(given text) returns text language sql immutable strict parallel safe
return regexp_replace(
    replace(replace(replace(replace(
        translate(
            lower(regexp_replace(normalize(given, nfkd),
                '[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F\u00AD\u200B-\u200F\u2060\uFEFF]', '', 'g')
                collate "pg_c_utf8"),
            'øđðłıħŧŋς', 'oddlihtnσ'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '\s+', ' ', 'g');

-- The pattern for like that finds what is given anywhere in a folded text.
create function contained(given text) returns text language sql immutable strict parallel safe
return '%' || replace(replace(replace(folded(given), '\', '\\'), '%', '\%'), '_', '\_') || '%';

-- What a name or number is compared by, where two that differ in blanks or case are one.
create function compared(given text) returns text language sql immutable strict parallel safe
return regexp_replace(lower(normalize(given, nfkc) collate "pg_c_utf8"), '\s', '', 'g');

-- The last nine digits of a telephone number: the same however it is written, with its country code or without.
create function phone_key(phone text) returns text language sql immutable strict parallel safe
return right(regexp_replace(split_part(phone, ';', 1), '[^0-9]', '', 'g'), 9);

-- When a row was last changed, for those who fetch what is new since they last asked.
create function touched() returns trigger language plpgsql as $$
begin
    new.changed_at := clock_timestamp();
    return new;
end $$;

-- Rows that collided when a rule was made stricter are marked and left alone until somebody changes them.
create function no_twin_any_more() returns trigger language plpgsql as $$
begin
    new.twin := false;
    return new;
end $$;
