-- Why a report could not be made; its state stays the one that the version before reads.
alter table service_report add column failure text;

update service_report r set failure = coalesce(e.failure, 'It could not be printed.')
  from errand e
 where e.kind = 'REPORT_PAPER' and e.state = 'GIVEN_UP' and e.subject_id = r.id and r.state = 'BEING_MADE';
