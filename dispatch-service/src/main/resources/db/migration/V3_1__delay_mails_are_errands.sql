-- What waited to be sent becomes a job of the queue; the mail is written when it is sent.
insert into errand (id, kind, subject_kind, subject_id, correlation_id, content, state, due, next_at, attempts, repeating,
                    created_at)
select gen_random_uuid(), 'DELAY_MAIL', 'delay-notice', id, ticket_id, json_build_object('noticeId', id), 'WAITING',
       created_at, created_at, 0, false, created_at
  from delay_notice
 where state = 'PENDING';

drop index delay_notice_due;
alter table delay_notice
    drop column subject,
    drop column body,
    drop column message_id,
    drop column attempts,
    drop column next_attempt_at;
