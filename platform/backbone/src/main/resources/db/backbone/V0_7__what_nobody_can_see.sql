-- What cannot be seen makes no difference, neither between two names or numbers nor to a search, and a search takes typographic
-- quotes and dashes, as telephones write them, for the plain ones. Whatever is stored by the functions of before is made anew by a
-- migration of each service, which also says what becomes of rows that are the same now.
create or replace function folded(given text) returns text language sql immutable strict parallel safe
return regexp_replace(
    replace(replace(replace(replace(
        translate(
            lower(regexp_replace(
                normalize(
                    translate(given, '´`‘’‚‛ʹʻʼʽˈ′‵＇“”„‟«»″‐‑‒–—―−﹘﹣－⁃', repeat('''', 14) || repeat('"', 7) || repeat('-', 11)), nfkd),
                '[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]', '', 'g')
                collate "pg_c_utf8"),
            'øđðłıħŧŋς', 'oddlihtnσ'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '\s+', ' ', 'g');

create or replace function compared(given text) returns text language sql immutable strict parallel safe
return regexp_replace(lower(normalize(given, nfkc) collate "pg_c_utf8"),
    '[\s\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]', '', 'g');

-- Works out the stored columns that are searched in; their tables' indexes are made anew with them.
create procedure fold_anew() language plpgsql as $$
declare
    one record;
begin
    for one in
        select a.attrelid::regclass as place, a.attname as name, pg_get_expr(d.adbin, d.adrelid) as expression
          from pg_attribute a
          join pg_class c on c.oid = a.attrelid
          join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
         where a.attgenerated = 's' and c.relnamespace = current_schema()::text::regnamespace
           and pg_get_expr(d.adbin, d.adrelid) like '%folded(%'
    loop
        execute format('alter table %s alter column %I set expression as (%s)', one.place, one.name, one.expression);
    end loop;
end $$;
