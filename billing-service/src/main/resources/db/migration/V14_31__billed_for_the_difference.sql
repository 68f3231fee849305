-- About which usages and hours a decision was made, and by which closure: a job that is closed again is billed for the difference.
alter table billing_case add column decided jsonb not null default '{"closure":0,"sources":[],"takenBack":[]}';
update billing_case
   set decided = jsonb_build_object(
           'closure', (job ->> 'closureNumber')::int,
           'sources', coalesce((select jsonb_agg(distinct source)
                                  from (select u ->> 'usageId' as source from jsonb_array_elements(job -> 'usages') u
                                         union all
                                        select e ->> 'entryId' from jsonb_array_elements(job -> 'labour') e) reported), '[]'),
           'takenBack', '[]'::jsonb)
 where state in ('INVOICED', 'NOTHING_TO_BILL') and job is not null;
